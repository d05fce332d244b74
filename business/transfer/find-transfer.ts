import { ok, type Refusal, type Result, refuse } from '#basics';
import { type Caller, maySee } from '#business/access/public';
import { type CaseFile, findCase, readCaseNumber } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { findTransfer, type Transfer } from './acceptance.store.ts';
import { placeOf } from './place-of.ts';
import { transferProcesses } from './processes.ts';

/** A case of this folder with the transfer that it is. */
export interface FoundTransfer {
  readonly file: CaseFile;
  readonly transfer: Transfer;
}

/** The transfer with this case number, if the caller may see it; somebody else's is as if it were not there. */
export async function transferByNumber(
  reader: Reader,
  { caller, number }: { readonly caller: Caller; readonly number: string },
): Promise<Result<FoundTransfer, Refusal>> {
  const written = readCaseNumber(number);
  const file = written === null ? undefined : await findCase(reader, written);
  if (!file || !(file.process in transferProcesses) || !maySee(caller, file.ownerId, file))
    return refuse({ code: 'casework.no-case' });
  const transfer = await findTransfer(reader, placeOf(file));
  return transfer ? ok({ file, transfer }) : refuse({ code: 'casework.no-case' });
}
