import type { WorkingDays } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { countDays, type EndedLeg, endedLegs } from './leg-times.ts';
import { transfersWithLegsEnded } from './times.store.ts';

/** Of every transfer of which a leg ended from one time to another: its legs that are over, also one that ended before. */
export async function legsEndedBetween(
  reader: Reader,
  asked: { readonly from: Date; readonly until: Date; readonly calendar: WorkingDays },
): Promise<readonly (readonly EndedLeg[])[]> {
  const transfers = await transfersWithLegsEnded(reader, asked);
  const count = countDays(asked.calendar);
  return transfers.map((transfer) => endedLegs(transfer, count));
}
