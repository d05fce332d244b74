import { ok, type Refusal, type Result, refuse } from '#basics';
import { seesCase } from '#business/access';
import type { Caller } from '#business/access/public';
import { type CaseFile, findCase, readCaseNumber } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { withdrawalProcess } from './withdrawal.ts';

/** The case with this number, if the caller may see it; a case of somebody else is as if it were not there. */
export async function findWithdrawal(
  reader: Reader,
  { caller, number }: { readonly caller: Caller; readonly number: string },
): Promise<Result<CaseFile, Refusal>> {
  const written = readCaseNumber(number);
  const file = written === null ? undefined : await findCase(reader, written);
  const found = file?.process === withdrawalProcess.id && (await seesCase(reader, caller, file));
  return file && found ? ok(file) : refuse({ code: 'casework.no-case' });
}
