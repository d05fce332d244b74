import type { DatedFigure } from './dated.ts';

/**
 * For how many months after it was accepted a paper about the insured person serves in another case of theirs; null for
 * good. A kind that is not named is asked for anew each time. The day printed on a paper itself goes before it.
 */
export const paperValidityMonths: DatedFigure<Readonly<Record<string, number | null>>> = {
  id: 'papers.validity-months',
  description: {
    zh: '已核对的材料可以在本人其他办件中继续使用的月数（空表示长期有效）；没有列出的每次都要交',
    en: 'Months for which an accepted paper serves in other cases of the same person (none: for good); kinds not listed are asked for each time',
  },
  unit: 'months',
  values: [
    {
      fromOn: null,
      value: {
        'settlement-proof': 12,
        'foreign-residence-permit': 12,
        'hmt-resident-identity': 12,
        'foreign-passport': 12,
        'passport-of-home-country': 12,
        'foreign-permanent-residence-card': 12,
        'household-cancellation': null,
        'cancelled-booklet': null,
        'household-booklet-elsewhere': 12,
        'residence-permit-elsewhere': 12,
        'nationality-loss-certificate': null,
        'naturalisation-certificate': null,
        'death-proof': null,
        'court-declaration': null,
        'retirement-approval': null,
        'pension-statement': null,
      },
      grade: 'M',
      source:
        'A choice of this product: no page found says how long an agency may rely on a paper; what it proves changes or does not',
    },
  ],
};

/** For how many months after a case is over the papers of it are kept. */
export const paperRetentionMonths: DatedFigure<number> = {
  id: 'papers.retention-months',
  description: {
    zh: '办结之后材料的保存月数；到期后删除内容，只留摘要',
    en: 'Months for which papers are kept after the case is over; then their content is erased and their hashes stay',
  },
  unit: 'months',
  values: [
    {
      fromOn: null,
      value: 360,
      grade: 'M',
      source:
        'Rules on social-insurance business archives (2009), from memory: terms of 10, 30, 50 and 100 years; which one holds for payouts was not found',
    },
  ],
};

/** For how many months a file is kept that was uploaded and never handed in, or whose application was taken back. */
export const unusedPaperRetentionMonths: DatedFigure<number> = {
  id: 'papers.unused-retention-months',
  description: {
    zh: '上传后没有提交，或者申请已撤回的文件的保存月数',
    en: 'Months for which files are kept that were never handed in, or whose application was taken back',
  },
  unit: 'months',
  values: [
    {
      fromOn: null,
      value: 6,
      grade: 'M',
      source:
        'A choice of this product: personal data are kept no longer than their purpose needs (Personal Information Protection Law, article 19, from memory)',
    },
  ],
};
