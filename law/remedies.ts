import { plainDate } from '#basics';
import type { DatedFigure } from './dated.ts';
import type { Provision } from './provisions.ts';

/** How somebody objects to what an agency decided: the clauses that a decision cites, and the times that they leave. */
export const remedyProvisions: readonly Provision[] = [
  {
    id: 'SIL-83',
    instrument: { zh: '《中华人民共和国社会保险法》', en: 'Social Insurance Law' },
    article: { zh: '第 83 条', en: 'article 83' },
    validFrom: plainDate('2011-07-01'),
    validTo: null,
    grade: 'A',
    reference: 'Text of 2018-12-29; first day in force from memory',
    says: {
      zh: '认为经办机构不依法办理转移接续、支付待遇或者侵害其他社会保险权益的，可以依法申请行政复议或者提起行政诉讼。',
      en: 'Whoever holds that an agency did not transfer or pay as the law says, or harmed another right in social insurance, may ask for administrative reconsideration or sue.',
    },
  },
  {
    id: 'SIH-52',
    instrument: { zh: '《社会保险经办条例》', en: 'Regulations on the Handling of Social Insurance' },
    article: { zh: '第 52 条', en: 'article 52' },
    validFrom: plainDate('2023-12-01'),
    validTo: null,
    grade: 'A',
    reference: 'State Council, 2023-08-16; as summarised in our law notes',
    says: {
      zh: '对经办机构的行为有异议的，可以依法申请行政复议或者提起行政诉讼。',
      en: 'Against what an agency does, administrative reconsideration or a lawsuit is open.',
    },
  },
  {
    id: 'ARL-20',
    instrument: { zh: '《中华人民共和国行政复议法》', en: 'Administrative Reconsideration Law' },
    article: { zh: '第 20 条', en: 'article 20' },
    validFrom: plainDate('2024-01-01'),
    validTo: null,
    grade: 'M',
    reference: 'Text of 2023-09-01, number and content from memory',
    says: {
      zh: '可以自知道该行政行为之日起六十日内申请行政复议；由本级人民政府管辖。',
      en: 'Within 60 days of learning of the act, reconsideration may be asked for; the government of the same level decides.',
    },
  },
  {
    id: 'ALL-46',
    instrument: { zh: '《中华人民共和国行政诉讼法》', en: 'Administrative Litigation Law' },
    article: { zh: '第 46 条', en: 'article 46' },
    validFrom: plainDate('2015-05-01'),
    validTo: null,
    grade: 'M',
    reference: 'Text of 2017-06-27, number and content from memory',
    says: {
      zh: '直接起诉的，应当自知道行政行为之日起六个月内提出。',
      en: 'Who sues directly does so within six months of learning of the act.',
    },
  },
];

/** Days within which reconsideration may be asked for. */
export const reconsiderationDays: DatedFigure<number> = {
  id: 'reconsideration-days',
  description: { zh: '申请行政复议的期限', en: 'Time for asking for administrative reconsideration' },
  unit: 'days',
  values: [{ fromOn: null, value: 60, grade: 'M', source: 'ARL-20' }],
};

/** Months within which one may sue. */
export const lawsuitMonths: DatedFigure<number> = {
  id: 'lawsuit-months',
  description: { zh: '直接提起行政诉讼的期限', en: 'Time for suing directly' },
  unit: 'months',
  values: [{ fromOn: null, value: 6, grade: 'M', source: 'ALL-46' }],
};
