import { findPersonByIdentity, survivorOf } from '#business/registry';
import { type GivenIdentity, readIdentity } from '#business/registry/public';
import { findCase, readCaseNumber } from '#engines/casework';
import type { AccessContext } from './context.ts';

/** What somebody without a login says of themselves: their identity document and the number of a case of theirs. */
export interface IdentityStatement {
  readonly identity: GivenIdentity;
  readonly caseNumber: string;
}

/** The person on record to whom both belong; null where anything does not fit, without saying what. */
export async function claimedPerson(
  { database, seal }: AccessContext,
  { identity, caseNumber }: IdentityStatement,
): Promise<string | null> {
  const read = readIdentity(identity);
  const number = readCaseNumber(caseNumber);
  if ('wrong' in read || number === null) return null;
  const personId = await findPersonByIdentity(database, { seal, document: read.value });
  const file = await findCase(database, number);
  const owner = file ? await survivorOf(database, file.ownerId) : undefined;
  return personId !== null && owner === personId ? personId : null;
}
