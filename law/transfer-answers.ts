import type { DatedFigure } from './dated.ts';

/**
 * How long the other agency of a transfer has to answer before it is reminded, and after. No provision that deems silence a
 * refusal was found: what follows from it is told to the person, who decides whether the balance is paid out.
 */

const ourSetting = 'Our own setting; no decree that fixes it was found';

/** Working days for the first answer: a contact letter, an account, a sheet, a credit. */
export const partnerAnswerWorkingDays: DatedFigure<number> = {
  id: 'transfer.answer-working-days',
  description: {
    zh: '转移中等对方机构答复的工作日数，之后催办',
    en: 'Transfer: working days in which the other agency is to answer, before it is reminded',
  },
  unit: 'working days',
  values: [{ fromOn: null, value: 15, grade: 'M', source: ourSetting }],
};

/** Working days that a reminder gives on top; without the account after them, the balance can be paid out (G0.3, G4). */
export const partnerReminderWorkingDays: DatedFigure<number> = {
  id: 'transfer.reminder-working-days',
  description: {
    zh: '催办对方机构后再等的工作日数；仍未提供收款账户的，余额可以申请支取',
    en: 'Transfer: working days that a reminder gives; where no account comes, the balance can be paid out',
  },
  unit: 'working days',
  values: [{ fromOn: null, value: 10, grade: 'M', source: ourSetting }],
};

/**
 * How often the other agency is reminded of one thing; after that a clerk takes it up. With the times above six come to about four
 * months, in which an agency that can answer has done so; and each is a letter that somebody has to read.
 */
export const partnerRemindersAtMost: DatedFigure<number> = {
  id: 'transfer.reminders-at-most',
  description: {
    zh: '同一事项最多催办对方机构的次数，之后由经办人员处理',
    en: 'Transfer: how often the other agency is reminded of one thing, before a clerk takes it up',
  },
  unit: 'reminders',
  values: [{ fromOn: null, value: 6, grade: 'M', source: ourSetting }],
};
