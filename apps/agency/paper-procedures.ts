import { ok, refuse } from '#basics';
import { lifeEventPapers } from '#business/life-events';
import { lifeEventProcesses } from '#business/life-events/public';
import type { PaperProcedure } from '#business/materials';
import { transferProcesses } from '#business/transfer';
import { withdrawalPapers } from '#business/withdrawal';
import { withdrawalProcess } from '#business/withdrawal/public';

/** What each procedure tells the room of papers, which knows none, by its process's id. */
export function paperProcedures(
  context: Parameters<typeof withdrawalPapers>[0] & Parameters<typeof lifeEventPapers>[0],
): Readonly<Record<string, PaperProcedure>> {
  const lifeEvent = lifeEventPapers(context);
  return {
    [withdrawalProcess.id]: withdrawalPapers(context),
    ...Object.fromEntries(Object.keys(lifeEventProcesses).map((id) => [id, lifeEvent])),
    ...Object.fromEntries(Object.keys(transferProcesses).map((id) => [id, scansOnly])),
  };
}

/** A transfer asks the person for no papers; the scans of other agencies' letters lie with it. */
const scansOnly: PaperProcedure = {
  papersOf: async () => ok({ materials: [], papers: [] }),
  provide: async () => refuse({ code: 'casework.unknown-material' }),
  judge: async () => refuse({ code: 'casework.unknown-material' }),
};
