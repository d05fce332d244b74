import { addDays, ok, type PlainDate, shanghaiDate } from '#basics';
import { findCase } from '#engines/casework';
import { inTransaction } from '#platform/postgres';
import type { WithdrawalContext } from '../context.ts';
import { noticeOf } from './announce.ts';
import { unanswered } from './remind.store.ts';

/** After so many working days without the papers that were asked for, the applicant is reminded: once for each request. */
export const reminderWorkingDays = 10;

/** Reminds everybody who has kept the agency waiting so long; answers how many. To be called again and again. */
export async function remindApplicants(
  context: Pick<WithdrawalContext, 'database' | 'clock' | 'seal' | 'workingDays'>,
): Promise<number> {
  const { database, clock, workingDays } = context;
  const before = daysBefore(shanghaiDate(clock.now()), workingDays);
  let reminded = 0;
  for (const { number, seq } of await unanswered(database, new Date(`${before}T00:00:00+08:00`), 200)) {
    const done = await inTransaction(database, async (tx) => {
      const file = await findCase(tx, number);
      if (file?.state !== 'awaiting-materials') return ok(false);
      return ok(
        await noticeOf(tx, { context, file, happened: 'papers-reminder', id: `reminder.${file.id}.${seq}` }),
      );
    });
    if (done.ok && done.value) reminded += 1;
  }
  return reminded;
}

/** The day after the last one from which so many working days have passed. */
function daysBefore(today: PlainDate, workingDays: WithdrawalContext['workingDays']): PlainDate {
  let on = today;
  while (workingDays.between(on, today) < reminderWorkingDays) on = addDays(on, -1);
  return addDays(on, 1);
}
