import { ok, type Refusal, type Result, refuse } from '#basics';
import { seesCase } from '#business/access';
import { type CaseFile, findCase, readCaseNumber } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { Doing, PaperProcedure } from './context.ts';

export interface CaseOfPapers {
  readonly file: CaseFile;
  readonly procedure: PaperProcedure;
}

/** The case with this number and the procedure that it follows; somebody else's is as if it were not there. */
export async function findCaseOfPapers(
  reader: Reader,
  { context, caller, number }: Doing,
): Promise<Result<CaseOfPapers, Refusal>> {
  const written = readCaseNumber(number);
  const file = written === null ? undefined : await findCase(reader, written);
  const procedure = file && context.paperProcedures[file.process];
  if (!file || !procedure || !(await seesCase(reader, caller, file)))
    return refuse({ code: 'casework.no-case' });
  return ok({ file, procedure });
}

/** The same, while papers are still taken for it. */
export async function findOpenCase(reader: Reader, doing: Doing): Promise<Result<CaseOfPapers, Refusal>> {
  const found = await findCaseOfPapers(reader, doing);
  if (!found.ok) return found;
  const { file } = found.value;
  const over = doing.context.processes[file.process]?.states[file.state]?.final === true;
  return over ? refuse({ code: 'materials.case-closed' }) : found;
}
