import { ok, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import { seenOf, seesCase } from '#business/access';
import { type Caller, ownersListed } from '#business/access/public';
import { personById, recordsOf } from '#business/registry';
import { paidOutOn } from '#business/transfer';
import { apartOf } from '#business/withdrawal';
import { actionsOf, type CaseFile, findCase, listCases, readCaseNumber } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { TrackingContext } from './context.ts';
import { materialsOf } from './materials-of.ts';
import type { WhereItIs } from './told.ts';
import { whereItIs } from './where-it-is.ts';

/** Where a case is, for who may see it: with whose it is and which procedure it follows. */
export interface OwnCase extends WhereItIs {
  readonly personId: string;
  /** The procedure by its id, under whose operations the rest of it is told. */
  readonly process: string;
  /** The state by its id, as those operations have it. */
  readonly stateId: string;
}

interface Asked {
  readonly context: Pick<TrackingContext, 'processes' | 'clock' | 'workingDays'>;
  readonly caller: Caller;
}

/**
 * A page of everything that is or was under way for a person, whichever way it came in: by due day, what is due at no day last.
 * Refuses `registry.no-such-person` for whom nobody is on record, or the caller may not act.
 */
export async function casesOfPerson(
  reader: Reader,
  asked: Asked & { readonly personId: string; readonly cursor: string | null; readonly limit: number },
): Promise<Result<{ readonly items: readonly OwnCase[]; readonly next: string | null }, Refusal>> {
  const { context, caller, personId, cursor, limit } = asked;
  const listed = ownersListed(caller);
  const mayAsk = listed === null || listed.includes(personId);
  if (!mayAsk || !(await personById(reader, personId))) return refuse({ code: 'registry.no-such-person' });
  const ownerIds = await recordsOf(reader, { owner: personId });
  const everything = { states: null, officeId: null, dueOnOrBefore: null };
  const processes = Object.keys(context.processes);
  const page = await listCases(reader, { ...everything, processes, ownerIds, cursor, limit });
  const seen = await seenOf(reader, { caller, files: page.items });
  const items: OwnCase[] = [];
  for (const file of seen) items.push(await told(reader, context, file));
  return ok({ items, next: page.next });
}

/** One case by its number. Refuses `casework.no-case` where there is none that the caller may see. */
export async function placeOfCase(
  reader: Reader,
  asked: Asked & { readonly number: string },
): Promise<Result<OwnCase, Refusal>> {
  const number = readCaseNumber(asked.number);
  const file = number === null ? undefined : await findCase(reader, number);
  const known = file && file.process in asked.context.processes;
  if (!known || !(await seesCase(reader, asked.caller, file))) return refuse({ code: 'casework.no-case' });
  return ok(await told(reader, asked.context, file));
}

async function told(reader: Reader, context: Asked['context'], file: CaseFile): Promise<OwnCase> {
  const process = context.processes[file.process];
  if (!process) throw new Error(`case ${file.id} follows no procedure of this agency`);
  const actions = await actionsOf(reader, file);
  const days = { calendar: context.workingDays, today: shanghaiDate(context.clock.now()) };
  const apart = await apartOf(reader, file);
  const paidOut = await paidOutOn(reader, { context, file });
  const materials = materialsOf(file, actions);
  const where = whereItIs({ process, file, actions, materials, apart, paidOut, ...days });
  return { personId: file.ownerId, process: file.process, stateId: file.state, ...where };
}
