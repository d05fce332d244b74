import type { Fen, PlainDate, Text } from '#basics';
import { readCreditCode } from './credit-code.ts';
import type { LeavingPurpose, RelationshipStatus } from './facts.ts';
import type { IdentityDocument } from './identity.ts';
import {
  type Cells,
  cell,
  choiceCell,
  complain,
  countryCell,
  dayCell,
  namedCell,
  neededCell,
  organisationCell,
  said,
  yuanCell,
} from './import-cells.ts';
import type { PeopleKey } from './import-columns.ts';
import { documentCells, documentFits } from './import-document.ts';
import { emailWrong, personNameWrong } from './names.ts';
import type { EntryOf, RecordEntry } from './record-entry.ts';

/** A person as one line of a file brings them. */
export interface PersonLine {
  readonly name: string;
  readonly nameLatin: string | null;
  readonly bornOn: PlainDate;
  readonly nationality: string;
  readonly document: IdentityDocument;
  readonly entries: readonly RecordEntry[];
  readonly employer: {
    readonly creditCode: string;
    readonly name: string;
    readonly fromOn: PlainDate;
  } | null;
  readonly opening: { readonly amountFen: Fen; readonly balanceOn: PlainDate } | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** Null where the file does not say. */
  readonly language: 'zh' | 'en' | null;
}

type PeopleCells = Cells<PeopleKey>;

/** Reads one line; what is wrong stands in `cells.problems`, and then there is no person. */
export function readPersonLine(cells: PeopleCells, today: PlainDate): PersonLine | null {
  const who = readWho(cells, today);
  const entries = [...insuranceEntries(cells, today), ...eventEntries(cells, { today, bornOn: who.bornOn })];
  const employer = readEmployer(cells, today);
  const opening = readOpening(cells, today);
  const contact = readContact(cells);
  const { name, nameLatin, bornOn, nationality, document } = who;
  const whole = name !== null && bornOn !== null && nationality !== null && document !== null;
  if (!whole || cells.problems.length > 0) return null;
  return { name, nameLatin, bornOn, nationality, document, entries, employer, opening, ...contact };
}

function readWho(cells: PeopleCells, today: PlainDate) {
  const name = namedCell(cells, 'name', personNameWrong);
  if (name === null) neededCell(cells, 'name');
  const nameLatin = namedCell(cells, 'name_latin', personNameWrong);
  if (cell(cells, 'born_on') === null) neededCell(cells, 'born_on');
  const bornOn = pastDay(cells, 'born_on', today);
  if (bornOn !== null && bornOn < '1850-01-01') complain(cells, 'born_on', wrong.bornTooEarly);
  if (cell(cells, 'nationality') === null) neededCell(cells, 'nationality');
  const nationality = countryCell(cells, 'nationality');
  const document = documentCells(cells, nationality);
  if (document !== null) {
    const lost = cell(cells, 'nationality_lost_on') !== null;
    const { problems, notices } = documentFits(document, { bornOn, nationality, lost });
    for (const detail of problems) complain(cells, 'document_number', detail);
    for (const detail of notices) cells.notices.push({ column: 'document_number', detail });
  }
  return { name, nameLatin, bornOn, nationality, document };
}

const statuses: ReadonlyMap<string, RelationshipStatus> = new Map([
  ['active', 'active'],
  ['正常参保', 'active'],
  ['正常', 'active'],
  ['suspended', 'suspended'],
  ['停保', 'suspended'],
  ['transferred', 'transferred'],
  ['已转出', 'transferred'],
  ['terminated', 'terminated'],
  ['已终止', 'terminated'],
]);
const tiers = new Map<string, 1 | 2>([
  ['1', 1],
  ['一档', 1],
  ['2', 2],
  ['二档', 2],
]);
const yesNo = new Map([
  ['yes', true],
  ['是', true],
  ['no', false],
  ['否', false],
]);

function* insuranceEntries(cells: PeopleCells, today: PlainDate): Generator<RecordEntry> {
  const status = choiceCell(cells, 'relationship_status', statuses);
  if (cell(cells, 'relationship_status') === null) neededCell(cells, 'relationship_status');
  if (cell(cells, 'on_roster') === null) neededCell(cells, 'on_roster');
  const onEmployerRoster = choiceCell(cells, 'on_roster', yesNo);
  const tier = choiceCell(cells, 'tier', tiers);
  const stoppedOn = dayCell(cells, 'stopped_on');
  const since = pastDay(cells, 'since', today);
  if (status === 'active' && stoppedOn !== null) complain(cells, 'stopped_on', wrong.activeButStopped);
  if (status !== null) yield { kind: 'relationship', status, tier, stoppedOn, since };
  if (onEmployerRoster !== null) yield { kind: 'roster', onEmployerRoster, since: null };
}

function* eventEntries(
  cells: PeopleCells,
  { today, bornOn }: { readonly today: PlainDate; readonly bornOn: PlainDate | null },
): Generator<RecordEntry> {
  const retiredOn = dayCell(cells, 'retired_on');
  const diedOn = pastDay(cells, 'died_on', today);
  const lostOn = pastDay(cells, 'nationality_lost_on', today);
  const left = readLeft(cells, today);
  for (const [column, on] of [
    ['retired_on', retiredOn],
    ['died_on', diedOn],
    ['left_on', left?.on ?? null],
  ] as const) {
    if (bornOn !== null && on !== null && on < bornOn) complain(cells, column, wrong.beforeBirth);
  }
  const tooEarly = [retiredOn, left?.on ?? null].some(
    (day) => day !== null && diedOn !== null && diedOn < day,
  );
  if (tooEarly) complain(cells, 'died_on', wrong.diedTooEarly);
  if (retiredOn !== null) yield { kind: 'retired', on: retiredOn };
  if (diedOn !== null) yield { kind: 'died', on: diedOn };
  if (lostOn !== null) yield { kind: 'nationality-lost', on: lostOn };
  if (left !== null) yield { kind: 'left-country', left };
}

const purposes: ReadonlyMap<string, LeavingPurpose> = new Map([
  ['settle', 'settle'],
  ['定居', 'settle'],
  ['return-home', 'return-home'],
  ['回国', 'return-home'],
]);

function readLeft(cells: PeopleCells, today: PlainDate): EntryOf<'left-country'>['left'] {
  const on = pastDay(cells, 'left_on', today);
  const to = countryCell(cells, 'left_to');
  const purpose = choiceCell(cells, 'left_purpose', purposes);
  const columns = ['left_on', 'left_to', 'left_purpose'] as const;
  const empty = columns.filter((column) => cell(cells, column) === null);
  if (empty.length > 0 && empty.length < columns.length) {
    for (const column of empty) complain(cells, column, wrong.leftTogether);
  }
  return on !== null && to !== null && purpose !== null ? { on, to, purpose } : null;
}

function readEmployer(cells: PeopleCells, today: PlainDate): PersonLine['employer'] {
  const code = cell(cells, 'employer_code');
  const name = organisationCell(cells, 'employer_name');
  const fromOn = pastDay(cells, 'employed_from', today) ?? dayCell({ ...cells, problems: [] }, 'since');
  if (code === null && name === null) return null;
  if (code === null) complain(cells, 'employer_code', wrong.employerTogether);
  if (name === null) complain(cells, 'employer_name', wrong.employerTogether);
  if (fromOn === null) complain(cells, 'employed_from', wrong.employedFrom);
  const read = code === null ? null : readCreditCode(code);
  if (read && 'wrong' in read) for (const detail of read.wrong) complain(cells, 'employer_code', detail);
  if (!read || 'wrong' in read || name === null || fromOn === null) return null;
  return { creditCode: read.value, name, fromOn };
}

function readOpening(cells: PeopleCells, today: PlainDate): PersonLine['opening'] {
  const amountFen = yuanCell(cells, 'opening_balance');
  const balanceOn = pastDay(cells, 'balance_on', today);
  const [given, dated] = [cell(cells, 'opening_balance') !== null, cell(cells, 'balance_on') !== null];
  if (given && !dated) complain(cells, 'balance_on', wrong.balanceNeedsDay);
  if (dated && !given) complain(cells, 'opening_balance', wrong.dayNeedsBalance);
  return amountFen !== null && balanceOn !== null ? { amountFen, balanceOn } : null;
}

const languages = new Map<string, 'zh' | 'en'>([
  ['zh', 'zh'],
  ['中文', 'zh'],
  ['en', 'en'],
  ['英文', 'en'],
]);

function readContact(cells: PeopleCells): Pick<PersonLine, 'phone' | 'email' | 'language'> {
  const phone = cell(cells, 'phone')?.replace(/[\s()-]/g, '') ?? null;
  if (phone !== null && !/^\+?\d{7,15}$/.test(phone)) complain(cells, 'phone', wrong.phone);
  const email = namedCell(cells, 'email', emailWrong);
  return { phone, email, language: choiceCell(cells, 'language', languages) };
}

function pastDay(cells: PeopleCells, column: PeopleKey, today: PlainDate): PlainDate | null {
  const day = dayCell(cells, column);
  if (day !== null && day > today) complain(cells, column, said.notCome);
  return day;
}

const wrong = {
  bornTooEarly: { zh: '出生日期太早，请核对。', en: 'This day of birth is too long ago; please check.' },
  beforeBirth: { zh: '早于出生日期，请核对。', en: 'This is before the day of birth; please check.' },
  diedTooEarly: {
    zh: '去世日期早于退休日期或离境日期，请核对。',
    en: 'The day of death is before the day of retirement or of leaving the country; please check.',
  },
  activeButStopped: {
    zh: '正常参保的不能有停保日期。',
    en: 'Insurance that is active has no day on which it stopped.',
  },
  leftTogether: {
    zh: '离境日期、离境去往、离境目的三项要一起填写。',
    en: 'left_on, left_to and left_purpose are filled in together.',
  },
  employerTogether: {
    zh: '单位信用代码和单位名称要一起填写。',
    en: 'employer_code and employer_name are filled in together.',
  },
  employedFrom: {
    zh: '填写了单位的，要写入职日期（或状态起始日期）。',
    en: 'With an employer, fill in employed_from (or since).',
  },
  balanceNeedsDay: {
    zh: '填写了期初余额的，要写余额日期（从这一天起计息）。',
    en: 'An opening balance needs its day (interest runs from it).',
  },
  dayNeedsBalance: {
    zh: '填写了余额日期的，要写期初余额；没有余额请写 0。',
    en: 'A day needs its opening balance; where there is none, write 0.',
  },
  phone: {
    zh: '电话号码应为7到15位数字，可以带国际区号。',
    en: 'A telephone number has 7 to 15 digits, with or without +.',
  },
} as const satisfies Readonly<Record<string, Text>>;
