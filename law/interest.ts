import { plainDate, type Text } from '#basics';
import type { DatedFigure, DatedValue } from './dated.ts';

/** Interest accrues apart on what was carried over from last year and on what came in this year. */
export type InterestBucket = 'carried-over' | 'inflow';

/** Annual rates are whole numbers of parts per million: 3,500 is 0.35 % a year. */
export interface InterestRule {
  readonly buckets: Readonly<Record<InterestBucket, DatedFigure<number>>>;
  /** Days that a year counts: interest of one day is amount × rate ÷ 1,000,000 ÷ this. */
  readonly dayCount: DatedFigure<360 | 365>;
  /** How an amount of interest becomes whole fen. */
  readonly rounding: DatedFigure<'half-up-to-fen'>;
  /** Whether interest itself bears interest within the year. */
  readonly compounding: DatedFigure<'simple' | 'compound'>;
  /** Which bucket a debit consumes first. */
  readonly debitOrder: DatedFigure<readonly InterestBucket[]>;
  /** What a decision says beside a figure of interest. */
  readonly note: Text;
}

const benchmark =
  'People’s Bank of China, benchmark deposit rates, recorded from memory; no text was read yet';

/**
 * The rule for personal accounts in a city whose own was not found. The principle (this year's inflow at the demand-deposit
 * rate, the balance carried over at the three-month fixed-deposit rate) is the State Council's decision of 1998; every value
 * is a parameter that shows its grade.
 */
export function nationalInterest(city: Text): InterestRule {
  return { ...shared, ...methods(`our choice until ${city.en}’s rule is found`), note: noteFor(city) };
}

const shared: Pick<InterestRule, 'buckets'> = {
  buckets: {
    'carried-over': {
      id: 'interest.carried-over',
      description: {
        zh: '上年结转的本息：按三个月整存整取存款基准利率计息（国发〔1998〕44号的原则）',
        en: 'Principal and interest carried over: the benchmark rate of three-month fixed deposits (principle of Guofa [1998] 44)',
      },
      unit: 'ppm a year',
      values: rates([
        ['1998-12-07', 27_900],
        ['1999-06-10', 19_800],
        ['2002-02-21', 17_100],
        ['2006-08-19', 18_000],
        ['2007-03-18', 19_800],
        ['2007-05-19', 20_700],
        ['2007-07-21', 23_400],
        ['2007-08-22', 26_100],
        ['2007-09-15', 28_800],
        ['2007-12-21', 33_300],
        ['2008-10-09', 31_500],
        ['2008-10-30', 28_800],
        ['2008-11-27', 19_800],
        ['2008-12-23', 17_100],
        ['2010-10-20', 19_100],
        ['2010-12-26', 22_500],
        ['2011-02-09', 26_000],
        ['2011-04-06', 28_500],
        ['2011-07-07', 31_000],
        ['2012-06-08', 28_500],
        ['2012-07-06', 26_000],
        ['2014-11-22', 23_500],
        ['2015-03-01', 21_000],
        ['2015-05-11', 18_500],
        ['2015-06-28', 16_000],
        ['2015-08-26', 13_500],
        ['2015-10-24', 11_000],
      ]),
    },
    inflow: {
      id: 'interest.inflow',
      description: {
        zh: '当年记入的金额：按活期存款基准利率计息（国发〔1998〕44号的原则）',
        en: "This year's inflow: the benchmark rate of demand deposits (principle of Guofa [1998] 44)",
      },
      unit: 'ppm a year',
      values: rates([
        ['1998-12-07', 14_400],
        ['1999-06-10', 9_900],
        ['2002-02-21', 7_200],
        ['2007-07-21', 8_100],
        ['2007-12-21', 7_200],
        ['2008-11-27', 3_600],
        ['2011-02-09', 4_000],
        ['2011-04-06', 5_000],
        ['2012-06-08', 4_000],
        ['2012-07-06', 3_500],
      ]),
    },
  },
};

function methods(source: string): Omit<InterestRule, 'buckets' | 'note'> {
  return {
    dayCount: always<360 | 365>(source, {
      ...{ id: 'interest.day-count', value: 360, unit: 'days a year' },
      description: { zh: '一年按 360 天计息', en: 'A year counts 360 days for interest' },
    }),
    rounding: always<'half-up-to-fen'>(source, {
      ...{ id: 'interest.rounding', value: 'half-up-to-fen', unit: 'fen' },
      description: { zh: '利息四舍五入到分', en: 'Interest is rounded to the fen, halves up' },
    }),
    compounding: always<'simple' | 'compound'>(source, {
      ...{ id: 'interest.compounding', value: 'simple', unit: 'method' },
      description: {
        zh: '年内单利，年末本息一并结转',
        en: 'Simple within the year; principal and interest are carried forward at its end',
      },
    }),
    debitOrder: always<readonly InterestBucket[]>(source, {
      ...{ id: 'interest.debit-order', value: ['inflow', 'carried-over'], unit: 'buckets' },
      description: {
        zh: '支出先用当年记入的金额，再用上年结转的金额',
        en: "A debit uses this year's inflow first, then the balance carried over",
      },
    }),
  };
}

function noteFor(city: Text): Text {
  return {
    zh: `${city.zh}自己的计息办法没有找到；这里按国家原则和存款基准利率计算，每个数值都标明来源等级。`,
    en: `${city.en}'s own way of crediting interest was not found; these figures follow the national principle and the benchmark deposit rates, each with the grade of its source.`,
  };
}

function rates(list: readonly (readonly [string, number])[]): readonly DatedValue<number>[] {
  return list.map(([from, value]) => ({ fromOn: plainDate(from), value, grade: 'M', source: benchmark }));
}

function always<T>(
  source: string,
  {
    id,
    value,
    unit,
    description,
  }: Pick<DatedFigure<T>, 'id' | 'unit' | 'description'> & { readonly value: T },
): DatedFigure<T> {
  return { id, description, unit, values: [{ fromOn: null, value, grade: 'M', source }] };
}

/** Shenzhen's. */
export const interestRule: InterestRule = nationalInterest({ zh: '深圳市', en: 'Shenzhen' });
