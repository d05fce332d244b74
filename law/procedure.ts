import { plainDate } from '#basics';
import type { DatedFigure } from './dated.ts';

/** Limits inside a procedure: how long somebody has to answer, to object, to come back to what they began. */

const ourSetting = 'Our own setting; no decree that fixes it was found';

/** Working days that an applicant has for papers that were asked for. */
export const answerWorkingDays: DatedFigure<number> = {
  id: 'materials.answer-working-days',
  description: {
    zh: '补正材料的期限：自一次性告知起的工作日数',
    en: 'Papers asked for: working days to hand them in',
  },
  unit: 'working days',
  values: [{ fromOn: null, value: 15, grade: 'M', source: ourSetting }],
};

/** Working days that a reminder adds, after which the agency may go on without the papers. */
export const reminderWorkingDays: DatedFigure<number> = {
  id: 'materials.reminder-working-days',
  description: {
    zh: '催告补正以后再给的工作日数',
    en: 'Papers asked for: working days that a reminder gives on top',
  },
  unit: 'working days',
  values: [{ fromOn: null, value: 5, grade: 'M', source: ourSetting }],
};

/** Days after a decision was told in which an objection to it can be made. */
export const objectionDays: DatedFigure<number> = {
  id: 'objection.days',
  description: {
    zh: '对决定提出异议的期限：自告知之日起的天数',
    en: 'Objecting to a decision: days from the day on which it was told',
  },
  unit: 'days',
  values: [
    {
      fromOn: null,
      value: 60,
      grade: 'M',
      source:
        'Administrative Reconsideration Law, article 20, from memory; used for the agency’s own review as well',
    },
  ],
};

/** Working days in which the agency decides an objection. */
export const objectionWorkingDays: DatedFigure<number> = {
  id: 'objection.working-days',
  description: {
    zh: '审查异议的工作日数（在行政复议法规定的 60 日以内）',
    en: 'Deciding an objection: working days (within the 60 days of the Reconsideration Law)',
  },
  unit: 'working days',
  values: [{ fromOn: null, value: 30, grade: 'M', source: ourSetting }],
};

/** Days that a draft is kept after it was last saved. */
export const draftDays: DatedFigure<number> = {
  id: 'draft.days',
  description: {
    zh: '草稿保存的天数，自最后一次保存起',
    en: 'A draft is kept so many days after it was last saved',
  },
  unit: 'days',
  values: [{ fromOn: plainDate('2026-01-01'), value: 90, grade: 'M', source: ourSetting }],
};

/** How many days before a draft is erased its owner is warned. */
export const draftWarningDays: DatedFigure<number> = {
  id: 'draft.warning-days',
  description: {
    zh: '草稿到期前提示的天数',
    en: 'Days before a draft is erased on which its owner is warned',
  },
  unit: 'days',
  values: [{ fromOn: plainDate('2026-01-01'), value: 7, grade: 'M', source: ourSetting }],
};
