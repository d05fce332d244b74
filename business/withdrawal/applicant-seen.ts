import { type PlainDate, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { holderSeenAt } from '#business/succession';
import type { JsonObject } from '#engines/casework';
import type { Reader } from '#platform/postgres';

/** Who applies, as far as it says who they are. */
export type Applicant = Pick<Caller, 'kind' | 'id'>;

/** The day on which officers compared the paper of a successor who has signed in; null of everybody else. */
export async function applicantSeenOn(
  reader: Reader,
  { ownerId, applicant }: { readonly ownerId: string; readonly applicant: Applicant | undefined },
): Promise<PlainDate | null> {
  if (applicant?.kind !== 'successor') return null;
  const at = await holderSeenAt(reader, { loginId: applicant.id, ownerId });
  return at && shanghaiDate(at);
}

/** Whether an application was handed in without the applicant's identity document, as officers had seen it; that stays so for its case. */
export function wasSeenThen(facts: unknown): boolean {
  const { onRecord } = facts as JsonObject; // as `submitFile` keeps them
  return Array.isArray(onRecord) && onRecord.includes('identity-document');
}
