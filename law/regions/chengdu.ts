import { plainDate } from '#basics';
import { nationalInterest } from '../interest.ts';
import { nationalContinuousMonths, nationalMakeUpGapMonths } from '../transfer-arrival.ts';
import type { RegionPack } from './region-pack.ts';

/** Before use in production it is to be compared with Chengdu’s own text; what people read says only that none was found. */
const assumed = {
  source: 'Assumed: the national figure (Yibaobanfa [2021] 43), since no text of Chengdu was found',
  sourceZh: '没有找到成都市的规定，暂按国家规定（医保办发〔2021〕43号）',
};

/**
 * Chengdu, small: what is known is Sichuan's rule on paying accounts out (川医保规〔2024〕1号, by a guide of Leshan). Whatever else
 * a region must say is the national figure or an assumption, and says so by its grade.
 */
export const chengduPack: RegionPack = {
  region: '510100',
  name: { zh: '成都市', en: 'Chengdu' },
  numberPrefix: 'CD',
  hotline: { number: '12393', grade: 'M', source: 'The national medical-security hotline, from memory' },
  reconsideredBy: {
    zh: '成都市人民政府，或者本机构所属的区（市）县人民政府',
    en: 'the People’s Government of Chengdu, or that of the district or county to which this agency belongs',
  },
  court: {
    zh: '成都市有管辖权的人民法院',
    en: 'the people’s court in Chengdu that has jurisdiction',
  },
  withdrawalWorkingDays: {
    id: 'withdrawal.chengdu.working-days',
    description: {
      zh: '成都：一次性支取个人账户从受理到办结的工作日数',
      en: 'Chengdu: paying out a personal account, working days from acceptance to completion',
    },
    unit: 'working days',
    values: [
      {
        fromOn: null,
        value: 2,
        grade: 'C',
        source:
          'Guide of Leshan, 2024, under the rule of the province (川医保规〔2024〕1号); Chengdu’s own was not found',
      },
    ],
  },
  interest: nationalInterest({ zh: '成都市', en: 'Chengdu' }),
  arrival: {
    makeUpGapMonths: nationalMakeUpGapMonths,
    continuousMonths: nationalContinuousMonths,
    switchForEmploymentOnly: {
      id: 'arrival.chengdu.switch-for-employment-only',
      description: {
        zh: '转入成都：切换险种是否限于就业',
        en: 'Arriving in Chengdu: whether a switch must be for employment',
      },
      unit: 'yes or no',
      values: [{ fromOn: plainDate('2021-12-01'), value: false, grade: 'M', ...assumed }],
    },
    benefitsAfterMonths: {
      id: 'arrival.chengdu.benefits-after-months',
      description: {
        zh: '转入成都：中断超过规定月数的，从首次缴费的第几个月后享受待遇',
        en: 'Arriving in Chengdu after a longer gap: benefits begin so many months after the first month paid',
      },
      unit: 'months',
      values: [
        {
          fromOn: plainDate('2021-12-01'),
          value: 6,
          grade: 'M',
          source:
            'Chengdu’s measures, from memory (six months of contributions after a gap of more than three); not found',
          sourceZh: '成都市的规定，凭记忆（中断超过三个月的，缴费满六个月），没有找到原文',
        },
      ],
    },
    otherProvincesAs: {
      id: 'arrival.chengdu.other-provinces-as',
      description: {
        zh: '转入成都：其他省份的实际缴费月数记作实际还是视同',
        en: 'Arriving in Chengdu: whether actual months of other provinces stay actual',
      },
      unit: 'actual | deemed',
      values: [{ fromOn: null, value: 'actual', grade: 'M', ...assumed }],
    },
    makeUpTerms: {
      zh: '补缴基数和费率按成都市当年的规定。',
      en: 'Base and rate are those of Chengdu in that year.',
    },
    source: null,
  },
};
