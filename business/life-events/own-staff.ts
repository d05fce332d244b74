import type { Caller } from '#business/access/public';
import { employerById, worksFor } from '#business/registry';
import { actionsOf, type CaseFile } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { statementIn } from './gather-facts.ts';
import type { Statement } from './statements.ts';

/** Whose staff an employer's login reports: its own and nobody else's. The database holds to the same (`mind_the_employer`). */

/** Whether a caller acts for the employer that a statement names, and the person works there by what is on record. */
export async function isOwnStaff(
  reader: Reader,
  asked: { readonly caller: Caller; readonly personId: string; readonly statement: Statement },
): Promise<boolean> {
  const { caller, personId, statement } = asked;
  if (statement.kind !== 'staff-reduction') return false;
  const employerId = await ownEmployerWith(reader, { caller, creditCode: statement.employerCreditCode });
  return employerId !== null && worksFor(reader, { personId, employerId });
}

/** Whether a case is a staff reduction that was reported in the name of an employer for whom the caller acts. */
export async function isOwnReport(
  reader: Reader,
  { caller, file }: { readonly caller: Caller; readonly file: CaseFile },
): Promise<boolean> {
  if (caller.kind !== 'employer' || file.process !== 'staff-reduction') return false;
  const submitted = (await actionsOf(reader, file)).find(({ action }) => action === 'submit');
  const said = statementIn(submitted?.data.facts) as { readonly employerCreditCode?: string } | null; // as it was handed in
  const creditCode = said?.employerCreditCode ?? '';
  return (await ownEmployerWith(reader, { caller, creditCode })) !== null;
}

async function ownEmployerWith(
  reader: Reader,
  { caller, creditCode }: { readonly caller: Caller; readonly creditCode: string },
): Promise<string | null> {
  for (const employerId of caller.kind === 'employer' ? caller.personIds : []) {
    const employer = await employerById(reader, employerId);
    if (employer?.creditCode === creditCode) return employerId;
  }
  return null;
}
