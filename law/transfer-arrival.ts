import { plainDate } from '#basics';
import type { DatedFigure } from './dated.ts';

/** What national law says of arrivals (医保办发〔2021〕43号); regions set their own within it. */
const national = {
  source: 'Yibaobanfa [2021] 43, as summarised by Xinhua on 2021-11-29 (first day: grade M)',
  sourceZh: '医保办发〔2021〕43号，据新华社 2021-11-29 的报道（起始日期凭记忆）',
};

/** The longest gap that may be paid up. */
export const nationalMakeUpGapMonths: DatedFigure<number> = {
  id: 'arrival.make-up-gap-months',
  description: {
    zh: '中断不超过这么多个月（含）的，可以按转入地规定补缴',
    en: 'A gap of up to so many months, them included, may be paid up under the rules of the new place',
  },
  unit: 'months',
  values: [{ fromOn: plainDate('2021-12-01'), value: 3, grade: 'B', ...national }],
};

/** Months of continuous cover after which a switch between the schemes is treated like a move within one. */
export const nationalContinuousMonths: DatedFigure<number> = {
  id: 'arrival.continuous-months',
  description: {
    zh: '在职工和居民医保之间切换时，要求此前连续参保的月数',
    en: 'Switching between the schemes: months of continuous cover asked for',
  },
  unit: 'months',
  values: [{ fromOn: plainDate('2021-12-01'), value: 24, grade: 'B', ...national }],
};

/** The longest waiting period that a place may set. */
export const longestWaitingMonths: DatedFigure<number> = {
  id: 'arrival.longest-waiting-months',
  description: {
    zh: '中断超过规定月数的，转入地可以设置的待遇等待期上限',
    en: 'After a longer gap: the longest waiting period that the new place may set',
  },
  unit: 'months',
  values: [{ fromOn: plainDate('2021-12-01'), value: 6, grade: 'B', ...national }],
};

/** For how long an insurance certificate is taken. */
export const certificateValidityMonths: DatedFigure<number> = {
  id: 'certificate.validity-months',
  description: { zh: '参保凭证的有效月数', en: 'Months for which an insurance certificate is taken' },
  unit: 'months',
  values: [
    {
      fromOn: null,
      value: 3,
      grade: 'B',
      source: 'Printed on the certificate of the national model (Qingdao); a guide of Nanchong says the same',
    },
  ],
};
