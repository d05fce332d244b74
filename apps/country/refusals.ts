import { defineRefusals } from '#basics';

/** Why a country is not simulated. */
export const countryRefusals = defineRefusals({
  'country.bad-matrix': {
    kind: 'bad-input',
    text: { zh: '迁移矩阵不对。', en: 'The matrix of moves is not right.' },
    next: {
      zh: '第一行写成 region,people,A,B…，以后每个地区一行：地区名、人数、迁往各地的人数。',
      en: 'Write a head region,people,A,B… and a line for each region: its name, its people, and how many move to each.',
    },
  },
  'country.bad-size': {
    kind: 'bad-input',
    text: {
      zh: '机构 2 到 60 家，每家至少 1 人、合计不超过 1000000 人，月数 1 到 36，每年迁移 0.1% 到 50%。',
      en: 'It has 2 to 60 agencies, at least one person for each and 1,000,000 at most, 1 to 36 months, and 0.1 % to 50 % who move in a year.',
    },
    next: { zh: '改正参数后再运行。', en: 'Put the options right and run it again.' },
  },
  'country.interrupted': {
    kind: 'conflict',
    text: { zh: '第一天开始之前就停止了。', en: 'It was interrupted before its first day.' },
    next: { zh: '数据已清除；需要时重新运行。', en: 'Its data are gone; run it again.' },
  },
});
