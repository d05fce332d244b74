import { createHash } from 'node:crypto';
import type { Text } from '#basics';

/** A written commitment (承诺书) that may be signed in place of a paper: which, its text word for word, and what it needs besides. */
export interface Commitment {
  readonly id: string;
  /** The day from which this text is used; a signed one keeps the version that was read. */
  readonly version: string;
  readonly text: Text;
  /** Whether a paper must be handed in together with it. */
  readonly withPaper: boolean;
}

const consequences: Text = {
  zh: '本人已知晓：经办机构可以核实；承诺不实的，撤销据此作出的决定，追回已支付的款项，依照《社会保险法》第八十八条处理，并可记入信用记录。',
  en: 'I know that the agency may verify this; that, if it is untrue, the decision resting on it is revoked, what was paid is taken back, article 88 of the Social Insurance Law applies, and it may enter my credit record.',
};

/** By the id under which the list of papers names it as an alternative. */
export const commitments: Readonly<Record<string, Commitment>> = {
  'death-commitment': commitment({
    id: 'death-commitment',
    version: '2026-11',
    withPaper: false,
    zh: '本人承诺：参保人已去世，本人所填死亡日期属实，因故无法提供死亡证明。',
    en: 'I declare that the insured person has died, that the day of death as I gave it is true, and that I cannot obtain a death certificate.',
  }),
  'kinship-and-commitment': commitment({
    id: 'kinship-and-commitment',
    version: '2026-11',
    withPaper: true,
    zh: '本人承诺：所交亲属关系证明属实，已如实告知全部继承人，没有隐瞒遗嘱或其他继承人，对因此引起的继承纠纷自行承担责任。',
    en: 'I declare that the proof of kinship handed in with this is true, that I have named every successor, that I conceal neither a will nor another successor, and that I answer for any dispute about the succession.',
  }),
  'residence-commitment': commitment({
    id: 'residence-commitment',
    version: '2026-11',
    withPaper: false,
    zh: '本人承诺：本人长期在所填地区居住或工作，所填情况属实，情况变化时及时告知。',
    en: 'I declare that I live or work in the place that I gave for a long time, that what I gave is true, and that I shall tell any change at once.',
  }),
};

/** The hash of a text as it was read, in both languages. */
export function digestOf({ id, version, text }: Commitment): Uint8Array {
  return createHash('sha256').update([id, version, text.zh, text.en].join('\n'), 'utf8').digest();
}

function commitment({ zh, en, ...rest }: Omit<Commitment, 'text'> & Text): Commitment {
  return { ...rest, text: { zh: `${zh}${consequences.zh}`, en: `${en} ${consequences.en}` } };
}
