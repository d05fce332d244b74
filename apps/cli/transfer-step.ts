import { ok, type Refusal, type Result, type Text } from '#basics';
import { transferProcesses } from '#business/transfer';
import type { CaseFile } from '#engines/casework';
import { type Database, inTransaction, type Tx } from '#platform/postgres';
import { dueWords } from './case.ts';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';

/** Takes one step of a transfer and tells where it is then. */
export async function step(
  frame: Frame,
  { database }: { readonly database: Database },
  work: (tx: Tx) => Promise<Result<CaseFile, Refusal>>,
): Promise<ExitCode> {
  const done = await inTransaction(database, work);
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
