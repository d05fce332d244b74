import { plainDate } from '#basics';
import type { DatedFigure, DatedValue } from '../dated.ts';
import { interestRule } from '../interest.ts';
import { nationalContinuousMonths, nationalMakeUpGapMonths } from '../transfer-arrival.ts';
import { withdrawalWorkingDays } from '../working-days.ts';
import type { RegionPack } from './region-pack.ts';

const notice = {
  source: 'Joint notice on transfers in, as reported by Eyeshenzhen on 2025-12-10',
  sourceZh: '深圳市关于转入的联合通知，据 Eyeshenzhen 网 2025-12-10 的报道',
};

/** Before the city's notice of December 2025 the national figure held. */
function since2021<T>(
  figure: Pick<DatedFigure<T>, 'id' | 'description' | 'unit'>,
  before: DatedValue<T>,
  value: T,
): DatedFigure<T> {
  return {
    ...figure,
    values: [before, { fromOn: plainDate('2025-12-10'), value, grade: 'B', ...notice }],
  };
}

function national({ id, values }: DatedFigure<number>): DatedValue<number> {
  const [first] = values;
  if (!first) throw new Error(`${id} has no value`);
  return first;
}

export const shenzhenPack: RegionPack = {
  region: '440300',
  name: { zh: '深圳市', en: 'Shenzhen' },
  numberPrefix: 'SZ',
  hotline: { number: '12393', grade: 'M', source: 'The national medical-security hotline, from memory' },
  reconsideredBy: {
    zh: '深圳市人民政府，或者本机构所属的区人民政府',
    en: 'the People’s Government of Shenzhen, or that of the district to which this agency belongs',
  },
  court: {
    zh: '深圳市有管辖权的人民法院',
    en: 'the people’s court in Shenzhen that has jurisdiction',
  },
  withdrawalWorkingDays,
  interest: interestRule,
  arrival: {
    makeUpGapMonths: since2021(
      {
        id: 'arrival.shenzhen.make-up-gap-months',
        description: {
          zh: '转入深圳：可以补缴的最长中断月数',
          en: 'Arriving in Shenzhen: the longest gap that may be paid up',
        },
        unit: 'months',
      },
      national(nationalMakeUpGapMonths),
      3,
    ),
    continuousMonths: since2021(
      {
        id: 'arrival.shenzhen.continuous-months',
        description: {
          zh: '转入深圳：切换险种时要求连续参保的月数',
          en: 'Arriving in Shenzhen: months of continuous cover before a switch of schemes',
        },
        unit: 'months',
      },
      national(nationalContinuousMonths),
      24,
    ),
    switchForEmploymentOnly: since2021(
      {
        id: 'arrival.shenzhen.switch-for-employment-only',
        description: {
          zh: '转入深圳：切换险种是否限于就业',
          en: 'Arriving in Shenzhen: whether a switch must be for employment',
        },
        unit: 'yes or no',
      },
      {
        fromOn: plainDate('2021-12-01'),
        value: false,
        grade: 'M',
        source: 'The national text names employment as an example only',
        sourceZh: '国家规定只把就业作为举例',
      },
      true,
    ),
    benefitsAfterMonths: {
      id: 'arrival.shenzhen.benefits-after-months',
      description: {
        zh: '转入深圳：中断超过规定月数的，从首次缴费的第几个月后享受待遇（1 为次月）',
        en: 'Arriving in Shenzhen after a longer gap: benefits begin so many months after the first month paid (1: the next)',
      },
      unit: 'months',
      values: [
        {
          fromOn: plainDate('2021-12-01'),
          value: 1,
          grade: 'M',
          source: 'The rule of December 2025 carried back; what the city had before was not found',
          sourceZh: '沿用 2025 年 12 月的规定；此前的规定没有找到',
        },
        { fromOn: plainDate('2025-12-10'), value: 1, grade: 'B', ...notice },
      ],
    },
    otherProvincesAs: {
      id: 'arrival.shenzhen.other-provinces-as',
      description: {
        zh: '转入深圳：其他省份的实际缴费月数记作实际还是视同',
        en: 'Arriving in Shenzhen: whether actual months of other provinces stay actual',
      },
      unit: 'actual | deemed',
      values: [{ fromOn: null, value: 'actual', grade: 'B', ...notice }],
    },
    makeUpTerms: {
      zh: '补缴基数为本市上上年度全口径城镇单位就业人员月平均工资，费率按职工一档。',
      en: 'It is paid on the city’s average monthly wage of the year before last, at the rate of the employees’ first tier.',
    },
    source: 'SZ-ARRIVAL-2025',
  },
};
