import { untilDecided, type Words } from './next-shared.ts';

/** What comes next in a filing or a report. */
export const lifeEvent: Words = {
  ...untilDecided,
  draft: { zh: '还没有提交。', en: 'It has not been sent yet.' },
  approved: { zh: '办好了，已经记在您的记录上。', en: 'Done, and on your record.' },
  refused: {
    zh: '没有同意，您的记录没有变；原因在下面。',
    en: 'It was not approved, and your record is as it was. The reason is below.',
  },
  // A death only.
  'recorded-otherwise': {
    zh: '去世已经由别的途径登记，不用再办。',
    en: 'The death was recorded in another way. There is nothing left to do.',
  },
  'withdrawn-by-applicant': {
    zh: '您撤回了申请，记录没有变。',
    en: 'You took it back and your record is as it was.',
  },
};
