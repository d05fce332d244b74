import { sameName } from '#business/registry/public';
import type { Answer } from '../../ui/api.ts';
import type { Content } from './drafted.ts';

type Kept = Pick<Answer<'GET /withdrawal-drafts/{personId}/{draftId}'>, 'payeeName' | 'payeeOwn' | 'content'>;

/**
 * Whether the name on an account is the insured person's own, by what decides once it is handed in: compared here where the name is
 * told, else as the last saving of this very name was answered. Null where that is not known.
 */
export function ownName(
  { payeeName, payeeOwn, content }: Kept,
  name: string | null | undefined,
): boolean | null {
  if (!name?.trim()) return null;
  if (payeeName) return sameName(name, { name: payeeName.name, nameLatin: payeeName.latin });
  return content.payee?.name === name ? payeeOwn : null;
}

/** Whether an application waits for an account in the person's own name, another's being written. */
export function namesAnother(kept: Kept, { payee }: Content): boolean {
  return ownName(kept, payee?.name) === false;
}
