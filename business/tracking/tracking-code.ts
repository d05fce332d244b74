import { ok, type Result, refuse } from '#basics';
import { seesCase } from '#business/access';
import type { Caller } from '#business/access/public';
import { findCase, readCaseNumber, trackingCodeOf } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { TrackingContext } from './context.ts';

/** The code with which whoever is given it can ask after this case; told to who may see the case, as its receipt tells it. */
export async function readTrackingCode(
  reader: Reader,
  asked: {
    readonly context: Pick<TrackingContext, 'seal'>;
    readonly caller: Caller;
    readonly number: string;
  },
): Promise<Result<{ readonly number: string; readonly trackingCode: string }>> {
  const number = readCaseNumber(asked.number);
  const file = number === null ? undefined : await findCase(reader, number);
  if (!file || !(await seesCase(reader, asked.caller, file))) return refuse({ code: 'casework.no-case' });
  return ok({ number: file.number, trackingCode: trackingCodeOf(asked.context.seal, file) });
}
