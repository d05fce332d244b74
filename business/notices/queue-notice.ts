import type { Clock, Text } from '#basics';
import { spokenIn } from '#engines/casework';
import type { Reader, Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { chosenLanguage } from './own-notices.store.ts';
import { type Addressee, insertNotice } from './store.ts';

/** Where somebody can be reached, as the register keeps it. */
export interface Contact {
  readonly phoneSealed: Uint8Array | null;
  readonly emailSealed: Uint8Array | null;
  readonly language: 'zh' | 'en';
}

export interface NewNotice {
  readonly context: { readonly clock: Clock; readonly seal: Seal };
  readonly ownerId: string;
  /** What it tells of: a second notice with the same id is not written. */
  readonly id: string;
  readonly kind: string;
  readonly contact: Contact;
  readonly text: Text;
  /** The case that it is about, to which the person finds their way from it. */
  readonly caseId?: string;
  /** The person, where left out. */
  readonly addressee?: Addressee;
}

/**
 * Writes a notice in the transaction of what it tells, to the e-mail on record, else the telephone; to nobody where there is
 * neither. The person hears it in the language that `languageFor` finds. Answers whether one was written.
 */
export async function queueNotice(tx: Tx, notice: NewNotice): Promise<boolean> {
  const { context, ownerId, id, kind, contact, text, caseId = null, addressee = 'person' } = notice;
  const { emailSealed, phoneSealed } = contact;
  const addressSealed = emailSealed ?? phoneSealed;
  if (!addressSealed) return false;
  const onRecord = contact.language;
  const language = addressee === 'person' ? await languageFor(tx, { ownerId, caseId, onRecord }) : onRecord;
  return insertNotice(tx, {
    ...{ ownerId, id: `ntc_${id}`, kind, caseId, addressee, addressSealed, language },
    channel: emailSealed ? 'email' : 'sms',
    bodySealed: context.seal.seal(text[language]),
    madeAt: context.clock.now(),
  });
}

/**
 * In which language a person is told of a case: in the one that they chose, else in the one in which they last did something in
 * it, else in the one on record. `chose: false` where the person is dead: what they chose says nothing of their successors.
 */
export async function languageFor(
  reader: Reader,
  told: {
    readonly ownerId: string;
    readonly caseId: string | null;
    readonly onRecord: 'zh' | 'en';
    readonly chose?: false;
  },
): Promise<'zh' | 'en'> {
  const { ownerId, caseId, onRecord, chose } = told;
  const chosen = chose === false ? null : await chosenLanguage(reader, ownerId);
  const spoken = chosen === null && caseId !== null ? await spokenIn(reader, { ownerId, caseId }) : null;
  return chosen ?? spoken ?? onRecord;
}
