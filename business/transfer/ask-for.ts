import { partnerAnswerWorkingDays } from '#law';
import { figureToday, type TransferContext, today } from './context.ts';
import type { Certificate } from './messages/certificate.ts';
import type { Reminder } from './messages/reminder.ts';

/** The message by which something is asked of another agency for the first time. */
export function askFor(
  context: Pick<TransferContext, 'clock' | 'workingDays'>,
  asked: {
    readonly missing: Reminder['missing'][number];
    /** The message that it is about; null where it is about none. */
    readonly refersTo: string | null;
    readonly certificate?: Certificate;
  },
): Reminder {
  const { missing, refersTo, certificate = null } = asked;
  const days = figureToday(context, partnerAnswerWorkingDays);
  const { on: answerBy } = context.workingDays.add(today(context), days);
  return { missing: [missing], refersTo, answerBy, count: 1, certificate };
}
