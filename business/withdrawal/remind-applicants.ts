import { ok, type Refusal, type Result } from '#basics';
import { type CaseFile, casesPast, systemActor } from '#engines/casework';
import { reminderWorkingDays } from '#law';
import { inTransaction } from '#platform/postgres';
import { figureToday, today, type WithdrawalContext } from './context.ts';
import { step } from './step.ts';
import { noticeOf } from './telling/announce.ts';
import { withdrawalProcess } from './withdrawal.ts';

/**
 * Reminds, once in each round, of papers whose day has passed, and gives some more days; after them a clerk may decide on
 * what is there, or close the case. To be called again and again.
 */
export async function remindApplicants(context: WithdrawalContext): Promise<readonly string[]> {
  const reminded: string[] = [];
  for (const file of await casesPast(context.database, {
    ...{ process: withdrawalProcess.id, state: 'awaiting-materials', field: 'answerBy' },
    ...{ unless: 'remind', today: today(context), limit: 100 },
  })) {
    const done = await remind(context, file);
    if (done.ok) reminded.push(file.number);
  }
  return reminded;
}

function remind(context: WithdrawalContext, file: CaseFile): Promise<Result<CaseFile, Refusal>> {
  const answerBy = context.workingDays.add(today(context), figureToday(context, reminderWorkingDays));
  return inTransaction(context.database, async (tx) => {
    const moved = await step(tx, {
      ...{ context, file, actor: systemActor, action: 'remind', met: ['answer-day-passed'] },
      ...{ seen: file.actionCount }, // a paper that came meanwhile may have been the last
      data: { answerBy: answerBy.on, answerProvisional: answerBy.provisional },
    });
    if (!moved.ok) return moved;
    await noticeOf(tx, { context, file: moved.value, happened: 'papers-reminder' });
    return ok(moved.value);
  });
}
