import type { Clock, Text } from '#basics';
import type { Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { insertNotice } from './store.ts';

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
}

/**
 * Writes a notice in the transaction of what it tells, to the e-mail on record, else the telephone; to nobody where there is
 * neither. Answers whether one was written.
 */
export async function queueNotice(tx: Tx, notice: NewNotice): Promise<boolean> {
  const { context, ownerId, id, kind, contact, text } = notice;
  const { emailSealed, phoneSealed, language } = contact;
  const addressSealed = emailSealed ?? phoneSealed;
  if (!addressSealed) return false;
  return insertNotice(tx, {
    ...{ ownerId, id: `ntc_${id}`, kind, addressSealed, language },
    channel: emailSealed ? 'email' : 'sms',
    bodySealed: context.seal.seal(text[language]),
    madeAt: context.clock.now(),
  });
}
