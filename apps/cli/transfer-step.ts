import { ok, type Refusal, type Result, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import { transferProcesses } from '#business/transfer';
import type { CaseFile } from '#engines/casework';
import { type Database, inTransaction, type Tx } from '#platform/postgres';
import { dueWords } from './case.ts';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import { unlessElsewhere } from './shown-elsewhere.ts';

/** Takes one step of a transfer and tells where it is then. */
export async function step(
  frame: Frame,
  {
    agency,
    caller,
    number = '',
  }: {
    readonly agency: { readonly database: Database };
    readonly caller: Caller;
    /** Left out where the step opens the case. */
    readonly number?: string;
  },
  work: (tx: Tx) => Promise<Result<CaseFile, Refusal>>,
): Promise<ExitCode> {
  const taken = await inTransaction(agency.database, work);
  const done = await unlessElsewhere(frame, { agency, caller, number, typed: 'transfer' }, taken);
  const told = done.ok
    ? ok({
        number: done.value.number,
        state: done.value.state,
        stateName: stateNameOf(done.value),
        seen: done.value.actionCount,
        dueOn: done.value.dueOn,
        dueProvisional: done.value.dueProvisional,
      })
    : done;
  return conclude(frame, told, (at) =>
    [at.number, say(frame, at.stateName), dueWords(frame, at)].join('  ').trimEnd(),
  );
}

function stateNameOf({ process, state }: Pick<CaseFile, 'process' | 'state'>): Text {
  return transferProcesses[process]?.states[state]?.name ?? { zh: state, en: state };
}
