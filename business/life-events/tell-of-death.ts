import { ok, type Refusal, type Result } from '#basics';
import { endAccessOfTheDead } from '#business/access';
import { recordsOf } from '#business/registry';
import { act, type CaseFile, casesOfOwner, systemActor } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { LifeEventContext } from './context.ts';

export interface RecordedDeath {
  readonly context: Pick<LifeEventContext, 'processes' | 'clock' | 'workingDays' | 'endByDeath'>;
  readonly owner: string;
  /** The notice that told it; null where a paper, a correction, an import or a merge put it on record. */
  readonly notice: CaseFile | null;
}

/**
 * What follows from a death on record, however it came there. The dead person's login and their agents' end, a transfer of which
 * no money has moved is over, as is a notice of the death that is still open, and every other open case is told, so that whoever has it
 * in hand, and whoever applied, sees it.
 * Findings do the rest: no other ground than death can be approved any more, and what was proposed goes back.
 */
export async function tellOfDeath(
  tx: Tx,
  { context, owner, notice }: RecordedDeath,
): Promise<Result<null, Refusal>> {
  await endAccessOfTheDead(tx, owner);
  const { processes, clock, workingDays } = context;
  const data = notice ? { noticeNumber: notice.number } : {};
  for (const record of await recordsOf(tx, { owner })) {
    for (const other of await casesOfOwner(tx, record)) {
      const process = processes[other.process];
      const action = whatFollows.find((each) => process?.actions[each]?.from.includes(other.state));
      if (!process || other.id === notice?.id || !action) continue;
      const step = await act(tx, {
        ...{ process, ownerId: other.ownerId, caseId: other.id, action },
        ...{ actor: systemActor, at: clock.now(), calendar: workingDays, data },
      });
      if (!step.ok) return step;
    }
  }
  const ended = await context.endByDeath(tx, owner);
  return ended.ok ? ok(null) : ended;
}

/** The first that a case has: what is over by it need not be told. */
const whatFollows = ['recorded-otherwise', 'told-of-death'] as const;
