import { counted, type PlainDate, type Text, type YearMonth } from '#basics';
import {
  type ArrivalRule,
  citation,
  type DatedFigure,
  type Grade,
  longestWaitingMonths,
  provision,
  regionName,
  valueOn,
} from '#law';
import { type Continuity, continuityOf } from './continuity.ts';
import { type CountedOverlap, type CountedPeriod, countMonths, type MonthTotals } from './count-months.ts';
import { monthsBetween } from './months.ts';

/** What a sheet that was taken means for the person; plain JSON, kept with the step that recorded it. */
export interface ArrivalTold {
  /** The day whose rules it was told by. */
  readonly on: PlainDate;
  /** What the other agency's sheet lists. */
  readonly arrived: readonly (CountedPeriod & { readonly months: number })[];
  /** Months that were not on record before. */
  readonly added: number;
  readonly overlaps: readonly CountedOverlap[];
  /** Everything on record, each month once. */
  readonly totals: MonthTotals;
  readonly continuity: Continuity;
  /** How the months count for benefits in retirement. */
  readonly retirement: Text;
  readonly provisions: readonly { readonly id: string; readonly text: Text; readonly grade: Grade }[];
  readonly figures: readonly ToldFigure[];
}

/** A dated figure that the answer rests on, with how sure we are of it. */
export interface ToldFigure {
  readonly id: string;
  readonly name: Text;
  readonly value: string;
  readonly grade: Grade;
  readonly source: string;
  /** Left out of what was told before sources were kept in Chinese too. */
  readonly sourceZh?: string;
}

/** The value of a figure as people read it: a number as it is, a word in their language. */
export function figureValue({ value }: Pick<ToldFigure, 'value'>): Text {
  return valueWords[value] ?? { zh: value, en: value };
}

const valueWords: Readonly<Record<string, Text>> = {
  actual: { zh: '记作实际缴费', en: 'they stay paid months' },
  deemed: { zh: '记作视同缴费', en: 'they count as paid' },
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
};

export interface ArrivedFacts {
  /** The agency's own region. */
  readonly here: string;
  /** On record before, whoever paid it where. */
  readonly onRecord: readonly CountedPeriod[];
  /** What the sheet lists. */
  readonly arriving: readonly CountedPeriod[];
  /** First month of the insurance here. */
  readonly firstMonthHere: YearMonth;
  readonly schemeThere: 'employee' | 'resident';
  readonly forEmployment: boolean;
  readonly on: PlainDate;
}

/** Tells what the months of a sheet come to, whether a gap may be made up, and what it all rests on. */
export function tellArrival(facts: ArrivedFacts, rule: ArrivalRule): ArrivalTold {
  const { here, onRecord, arriving, firstMonthHere, schemeThere, forEmployment, on } = facts;
  const otherProvincesAs = valueOn(rule.otherProvincesAs, on)?.value ?? 'actual';
  const counted = countMonths({ here, onRecord, arriving, otherProvincesAs, nameOf: regionName });
  const continuity = continuityOf(
    {
      ...{ periods: [...onRecord, ...arriving], firstMonthHere, schemeThere, schemeHere: 'employee' },
      ...{ forEmployment, on },
    },
    rule,
  );
  const ids = ['SIL-32', ...continuity.sources, 'SIL-27'];
  return {
    on,
    arrived: arriving.map((period) => ({ ...period, months: monthsBetween(period.from, period.to) })),
    added: counted.added,
    overlaps: counted.overlaps,
    totals: counted.after,
    continuity,
    retirement: retirementWords(counted.after),
    provisions: ids.map((id) => ({ id, text: citation(id), grade: provision(id).grade })),
    figures: figuresBehind(facts, { rule, continuity }),
  };
}

/** Social Insurance Law, articles 27 and 32: the years are added up; how many are asked for each place sets itself. */
function retirementWords({ actual, deemed, total, here }: MonthTotals): Text {
  return {
    zh: `计算退休后享受医保待遇的年限时，累计按 ${total} 个月（${yearsZh(total)}）算，其中实际缴费 ${actual} 个月、视同缴费 ${deemed} 个月；在本地实际缴费 ${here} 个月。规定年限由各地确定，还差多少请向经办机构查询。`,
    en: `Towards the years that benefits in retirement ask for, ${months(total)} (${yearsEn(total)}) count: ${months(actual)} paid and ${deemed} that count as paid; ${here} of them were paid here. Each place sets how many years it asks for; the agency says how many are missing.`,
  };
}

function yearsZh(total: number): string {
  const [years, rest] = [Math.floor(total / 12), total % 12];
  return rest === 0 ? `${years} 年` : `${years} 年 ${rest} 个月`;
}

function yearsEn(total: number): string {
  const [years, rest] = [Math.floor(total / 12), total % 12];
  const whole = counted(years, 'year', 'years');
  return rest === 0 ? whole : `${whole} and ${months(rest)}`;
}

function months(count: number): string {
  return counted(count, 'month', 'months');
}

/** The figures that this answer would be another without. */
function figuresBehind(
  { here, arriving, schemeThere, on }: ArrivedFacts,
  { rule, continuity }: { readonly rule: ArrivalRule; readonly continuity: Continuity },
): readonly ToldFigure[] {
  const judged = continuity.kind === 'may-make-up' || continuity.kind === 'waits';
  const elsewhere = arriving.some(
    ({ region, basis }) => basis === 'actual' && region.slice(0, 2) !== here.slice(0, 2),
  );
  return [
    ...(elsewhere ? told(rule.otherProvincesAs, on) : []),
    ...(judged ? told(rule.makeUpGapMonths, on) : []),
    ...(judged && schemeThere !== 'employee' ? told(rule.continuousMonths, on) : []),
    ...(continuity.kind === 'waits'
      ? [...told(rule.benefitsAfterMonths, on), ...told(longestWaitingMonths, on)]
      : []),
  ];
}

function told<T>(figure: DatedFigure<T>, on: PlainDate): readonly ToldFigure[] {
  const found = valueOn(figure, on);
  if (!found) return [];
  const { value, grade, source, sourceZh } = found;
  const read = { value: String(value), grade, source, ...(sourceZh === undefined ? {} : { sourceZh }) };
  return [{ id: figure.id, name: figure.description, ...read }];
}
