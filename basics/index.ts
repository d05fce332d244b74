export { amountInWords } from './amount-in-words.ts';
export { canonicalJson } from './canonical.ts';
export { counted, forCount } from './counted.ts';
export {
  addDays,
  addMonths,
  dayNumber,
  fromDayNumber,
  isPlainDate,
  isYearMonth,
  monthNumber,
  monthOf,
  monthOfNumber,
  monthsCutAtEnds,
  monthsOn,
  type PlainDate,
  plainDate,
  shanghaiDate,
  shanghaiTime,
  weekday,
  type YearMonth,
  yearMonth,
  yearOf,
} from './dates.ts';
export { type Clock, type Id, type Ids, makeIds, type RandomBytes } from './ids.ts';
export {
  addFen,
  allocate,
  divideHalfUp,
  type Fen,
  fen,
  fenToYuan,
  showYuan,
  yuanToFen,
  zeroFen,
} from './money.ts';
export {
  defineRefusals,
  fillFigures,
  type RefusalKind,
  type RefusalList,
  type RefusalWording,
} from './refusals.ts';
export {
  type Ok,
  ok,
  type Problem,
  type Refusal,
  type Refused,
  type Result,
  refuse,
  type Text,
  unreachable,
} from './result.ts';
export { inEachLanguage } from './told-twice.ts';
export { readTypedCode, typedCode } from './typed-code.ts';
