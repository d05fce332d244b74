import type { Ids, PlainDate } from '#basics';
import type { Tx } from '#platform/postgres';
import { insertEnding, lockRecords } from './record.store.ts';
import { standingOf } from './situation-of.ts';

/**
 * Ends a person's insurance relationship because a case was settled whose ground ends it (guide, G0.4, G1 to G3). The entry
 * rests on the case. A stop that was recorded before keeps its day.
 */
export async function endRelationship(
  tx: Tx,
  ending: {
    readonly owner: string;
    readonly caseId: string;
    readonly on: PlainDate;
    readonly ids: Ids;
    readonly at: Date;
  },
): Promise<void> {
  await lockRecords(tx, ending.owner);
  const { relationship } = await standingOf(tx, ending.owner);
  const body = {
    status: 'terminated',
    tier: relationship?.tier ?? null,
    stoppedOn: relationship?.stoppedOn ?? ending.on,
    since: ending.on,
  };
  await insertEnding(tx, {
    ownerId: ending.owner,
    id: ending.ids.next('rec'),
    body,
    caseId: ending.caseId,
    at: ending.at,
  });
}
