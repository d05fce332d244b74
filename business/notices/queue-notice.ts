import type { Clock, Text } from '#basics';
import type { Tx } from '#platform/postgres';
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
 * neither. The person hears it in the language that they chose, else in the one on record. Answers whether one was written.
 */
export async function queueNotice(tx: Tx, notice: NewNotice): Promise<boolean> {
  const { context, ownerId, id, kind, contact, text, caseId = null, addressee = 'person' } = notice;
  const { emailSealed, phoneSealed } = contact;
  const addressSealed = emailSealed ?? phoneSealed;
  if (!addressSealed) return false;
  const chosen = addressee === 'person' ? await chosenLanguage(tx, ownerId) : null;
  const language = chosen ?? contact.language;
  return insertNotice(tx, {
    ...{ ownerId, id: `ntc_${id}`, kind, caseId, addressee, addressSealed, language },
    channel: emailSealed ? 'email' : 'sms',
    bodySealed: context.seal.seal(text[language]),
    madeAt: context.clock.now(),
  });
}
