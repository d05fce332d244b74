import type { PlainDate, Text } from '#basics';
import { facts, type Situation } from '#business/registry/public';
import type { Ground } from './assessed.ts';
import { type Differing, recordRetirement } from './differing.ts';
import { filledInHere } from './drafted.ts';

interface Lack {
  readonly id: string;
  readonly text: Text;
  readonly remedy: Text | null;
}

/** What is on record of whoever applies, and where they answered otherwise. */
interface Known {
  readonly situation: Situation;
  readonly today: PlainDate;
  readonly differences: readonly Differing[];
}

type Lacking = Pick<Ground, 'name' | 'recorded' | 'unmet' | 'materials' | 'reads'>;

/**
 * What is missing of a ground, each with what to do: the situation itself where the record does not tell of it, then each condition. The
 * situation is left out where an answer that differs tells what is missing of it.
 */
export function lacking(ground: Lacking, known: Known): readonly Lack[] {
  const { recorded, unmet } = ground;
  const conditions = unmet.map(({ id, text, remedy }): Lack => ({ id, text, remedy: remedy ?? null }));
  return recorded ? conditions : [...situation(ground, known), ...conditions];
}

function situation({ name, materials, reads }: Lacking, known: Known): readonly Lack[] {
  const shown = materials
    .map(({ material }) => material)
    .filter(({ id }) => !always.has(id) && !onRecord[id]?.(known));
  const unretired = reads.includes(facts.retiredOn.path) && known.situation.person.retiredOn === null;
  if (shown.length === 0 && unretired && known.differences.some(({ id }) => id === 'retired-then')) return [];
  const list = (language: 'zh' | 'en', between: string) =>
    shown.map(({ text }) => text[language]).join(between);
  return [
    {
      id: 'situation',
      text: { zh: `我们的记录里没有：${name.zh}`, en: `not on our record: ${name.en}` },
      remedy:
        shown.length > 0
          ? { zh: `交材料证明：${list('zh', '、')}`, en: `prove it with papers: ${list('en', '; ')}` }
          : unretired
            ? recordRetirement
            : { zh: '请到窗口登记这种情况', en: 'have it recorded at the window' },
    },
  ];
}

// Everybody shows who they are and where it is paid to, and fills in the form here; the rest is what shows the situation.
const always: ReadonlySet<string> = new Set(['identity-document', filledInHere, 'payee-bank-account']);

/** By the papers that show it: whether the record tells already what a paper would prove. */
const onRecord: Readonly<Partial<Record<string, (known: Known) => boolean>>> = {
  'settlement-proof': leavingIs,
  'household-cancellation': leavingIs,
  'foreign-passport': leavingIs,
  'treatment-elsewhere-filing': ({ situation: { person } }) => Boolean(person.treatmentElsewhere),
};

function leavingIs({ situation: { person }, today, differences }: Known): boolean {
  const left = person.leftCountry ?? null;
  return left !== null && left.on <= today && !differences.some(({ id }) => id === 'what' || id === 'left');
}
