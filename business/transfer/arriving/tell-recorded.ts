import { monthOf, yearMonth } from '#basics';
import { type BasedPeriod, basedPeriodsOf, recordsOf, standingOf } from '#business/registry';
import { actionsOf, type CaseFile } from '#engines/casework';
import { regionPack } from '#law';
import type { Reader } from '#platform/postgres';
import type { CountedPeriod } from '../arrival/count-months.ts';
import { type ArrivalTold, tellArrival } from '../arrival/tell-arrival.ts';
import { type TransferContext, today } from '../context.ts';
import type { InformationSheet } from '../messages/information-sheet.ts';

/**
 * What the months of a sheet mean for the person, by the rules of today: to be asked once they are on record, and kept with the
 * step that recorded them, so that it is told tomorrow as it was today.
 */
export async function tellRecorded(
  reader: Reader,
  asked: {
    readonly context: TransferContext;
    readonly file: CaseFile;
    readonly messageId: string;
    readonly sheet: InformationSheet;
    readonly from: string;
  },
): Promise<ArrivalTold> {
  const { context, file, messageId, sheet, from } = asked;
  const on = today(context);
  const records = await recordsOf(reader, { owner: file.ownerId });
  const periods = await basedPeriodsOf(reader, records);
  const { relationship } = await standingOf(reader, file.ownerId);
  const asApplied = (await actionsOf(reader, file)).findLast(({ action }) => action === 'submit')?.data;
  const facts = {
    ...{ here: context.region, on, schemeThere: sheet.scheme },
    onRecord: periods.filter((period) => period.messageId !== messageId).map(counted),
    arriving: sheet.periods.map(({ from: first, to, basis }): CountedPeriod => {
      return { from: yearMonth(first), to: yearMonth(to), basis, region: from };
    }),
    firstMonthHere: monthOf(relationship?.since ?? on),
    // A case that was opened before the category was kept with it was opened for employment.
    forEmployment: (asApplied?.category ?? 'employment') === 'employment',
  };
  return tellArrival(facts, regionPack(context.region).arrival);
}

function counted({ fromMonth, toMonth, originRegion, deemed }: BasedPeriod): CountedPeriod {
  return { from: fromMonth, to: toMonth, region: originRegion, basis: deemed ? 'deemed' : 'actual' };
}
