import { ok, type Refusal, type Result, refuse, type Text } from '#basics';
import { actorOf } from '#business/access/public';
import { apartOf } from '#business/withdrawal';
import {
  type CaseFile,
  findCase,
  type Holder,
  handOver,
  holderOf,
  readCaseNumber,
  release,
  takeOver,
} from '#engines/casework';
import type { Reader, Tx } from '#platform/postgres';
import type { Asked, WorkListContext } from './context.ts';

/** An officer changes who has a case of any procedure in hand. */
export interface Assigning extends Asked {
  readonly number: string;
  readonly note: string;
  /** How many actions of the case the officer had seen; where more have happened it is refused. */
  readonly seen?: number | undefined;
}

/** Where the case is then, and who has it. */
export interface Assigned {
  readonly number: string;
  readonly procedure: string;
  readonly state: string;
  readonly stateName: Text;
  readonly seen: number;
  readonly holder: Holder | null;
}

type Done = Promise<Result<Assigned, Refusal>>;

export async function takeCaseOver(tx: Tx, assigning: Assigning): Done {
  return told(tx, assigning, await withCase(tx, assigning, (step) => takeOver(tx, step)));
}

export async function releaseCase(tx: Tx, assigning: Assigning): Done {
  return told(tx, assigning, await withCase(tx, assigning, (step) => release(tx, step)));
}

/** `to`: the login name of the clerk who gets it. */
export async function handCaseOver(tx: Tx, assigning: Assigning & { readonly to: string }): Done {
  const { to } = assigning;
  return told(tx, assigning, await withCase(tx, assigning, (step) => handOver(tx, { ...step, to })));
}

async function withCase(
  reader: Reader,
  { context, caller, number, note, seen }: Assigning,
  work: (step: Parameters<typeof takeOver>[1]) => Promise<Result<CaseFile, Refusal>>,
): Promise<Result<CaseFile, Refusal>> {
  const written = readCaseNumber(number);
  const file = written === null ? undefined : await findCase(reader, written);
  const process = file && context.processes[file.process];
  if (!file || !process) return refuse({ code: 'casework.no-case' });
  return work({
    ...{ process, ownerId: file.ownerId, caseId: file.id, actor: actorOf(caller), note, seen },
    ...{ at: context.clock.now(), calendar: context.workingDays },
  });
}

async function told(
  reader: Reader,
  { context }: { readonly context: WorkListContext },
  done: Result<CaseFile, Refusal>,
): Done {
  if (!done.ok) return done;
  const { number, process, state, actionCount } = done.value;
  const stateName = (await apartOf(reader, done.value))?.state ??
    context.processes[process]?.states[state]?.name ?? { zh: state, en: state };
  const holder = await holderOf(reader, done.value);
  return ok({ number, procedure: process, state, stateName, seen: actionCount, holder });
}
