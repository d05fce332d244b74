import { type Refusal, type Result, refuse } from '#basics';
import { emailWrong } from '#business/registry/public';
import type { Reader, Tx } from '#platform/postgres';
import type { EstateCase, SuccessionContext } from './context.ts';
import { guarded } from './guarded.ts';
import { callRecordContact, contactsOf, heirsSpoke } from './heir-contact.store.ts';

/** In which language an heir is written to, and where a notice reaches them. */
export interface HeirContact {
  readonly language: 'zh' | 'en';
  readonly email: string | null;
}

/** Records it in the name of the clerk whose session it is, or of the heir whose link. */
export async function recordHeirContact(
  tx: Tx,
  { clock, seal }: Pick<SuccessionContext, 'clock' | 'seal'>,
  asked: {
    readonly file: EstateCase;
    readonly successorId: string;
    readonly contact: HeirContact;
    readonly token: string | null;
    readonly secret: string | null;
  },
): Promise<Result<number, Refusal>> {
  const { file, successorId, contact, token, secret } = asked;
  const email = contact.email?.trim() || null;
  const detail = email === null ? null : emailWrong(email);
  if (detail) return refuse({ code: 'succession.wrong', problems: [{ path: 'email', detail }] });
  return guarded(
    callRecordContact(tx, {
      ...{ token, secret, ownerId: file.ownerId, caseId: file.id, successorId, language: contact.language },
      ...{ emailSealed: email === null ? null : seal.seal(email), at: clock.now() },
    }),
  );
}

interface KnownContact {
  readonly language: 'zh' | 'en';
  readonly emailSealed: Uint8Array | null;
  /** Whether it was said by a link that a relative passed on; null where nothing was said. */
  readonly invited: boolean | null;
}

/**
 * How each heir of a case is written to, by their id. Who named no language is written to in the one in which they spoke by their
 * link or login, else in Chinese; who named no e-mail gets no notice.
 */
export async function heirContacts(
  reader: Reader,
  file: EstateCase,
): Promise<(successorId: string) => KnownContact> {
  const known = new Map((await contactsOf(reader, file)).map((row) => [row.successorId, row]));
  const spoken = new Map((await heirsSpoke(reader, file)).map((row) => [row.successorId, row.language]));
  return (successorId) =>
    known.get(successorId) ?? { language: spoken.get(successorId) ?? 'zh', emailSealed: null, invited: null };
}
