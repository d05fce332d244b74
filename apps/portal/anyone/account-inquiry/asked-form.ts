import type { Text } from '#basics';
import { newInquirySecret } from '#business/access/public';
import { type IdentityKind, readIdentity } from '#business/registry/public';
import type { Relation } from '#business/succession/public';

/** A person as they are typed. */
export interface TypedPerson {
  readonly name: string;
  readonly kind: IdentityKind;
  readonly number: string;
  /** Three letters on a passport’s page. */
  readonly issuer: string;
}

export interface TypedInquiry {
  readonly deceased: TypedPerson;
  readonly asker: TypedPerson;
  readonly relation: Relation | null;
}

const nobody: TypedPerson = { name: '', kind: 'citizen-id', number: '', issuer: '' };
export const nothingTyped: TypedInquiry = { deceased: nobody, asker: nobody, relation: null };

export interface Lacking {
  /** The id of the field. */
  readonly field: string;
  readonly says: Text;
}

/** What is still to be filled in, by field; the same check of numbers as the agency's. */
export function lackingIn({ deceased, asker, relation }: TypedInquiry): readonly Lacking[] {
  return [
    ...ofPerson('deceased', deceased, {
      nameless: { zh: '请填去世的人的姓名', en: 'Enter the name of the person who died' },
      whose: { zh: '去世的人的证件：', en: 'Document of the person who died: ' },
    }),
    ...(relation === null ? [{ field: 'relation-spouse', says: chooseRelation }] : []),
    ...ofPerson('asker', asker, {
      nameless: { zh: '请填您的姓名', en: 'Enter your own name' },
      whose: { zh: '您的证件：', en: 'Your own document: ' },
    }),
  ];
}

/** Two people stand on one page, and the summary at its top has to tell whose number it means. */
function ofPerson(
  who: string,
  typed: TypedPerson,
  { nameless, whose }: { readonly nameless: Text; readonly whose: Text },
): readonly Lacking[] {
  const read = readIdentity(identityOf(typed));
  const wrong = 'wrong' in read ? read.wrong.slice(0, 1) : [];
  return [
    ...(typed.name.trim() === '' ? [{ field: `${who}-name`, says: nameless }] : []),
    ...wrong.map(({ zh, en }) => ({
      field: `${who}-number`,
      says: { zh: `${whose.zh}${zh}`, en: `${whose.en}${en}` },
    })),
  ];
}

export function identityOf({ kind, number, issuer }: TypedPerson) {
  const by = issuer.trim().toUpperCase();
  return { kind, number: number.trim(), issuer: kind === 'passport' ? by : null };
}

/** The secret of a question: the same while it is sent again, and another one for another question. */
export function secretFor(question: object, before: SentBefore): SentBefore {
  const written = JSON.stringify(question);
  return written === before.question ? before : { question: written, secret: newInquirySecret(randomBytes) };
}

/** Made here, so that what is sent again after an answer was lost is the same question. */
function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

export interface SentBefore {
  readonly question: string;
  readonly secret: string;
}

const chooseRelation: Text = { zh: '请选您和逝者的关系', en: 'Choose how you are related' };
