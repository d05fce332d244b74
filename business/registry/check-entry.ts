import type { PlainDate, Problem, Text } from '#basics';
import type { EntryOf, RecordEntry, Standing } from './record-entry.ts';
import { eventKinds, ownDayOf, type SaidHolding } from './true-from.ts';

/** What an entry must agree with besides its own form. */
export interface Surroundings {
  readonly bornOn: PlainDate;
  /** What counts without the entry. */
  readonly standing: Standing;
  readonly today: PlainDate;
}

/**
 * Everything that speaks against an entry: days that have not come, a body that contradicts itself, an order of events that
 * cannot be (nobody retires or leaves after death; the assessment would refuse such facts). Paths are those of the entry.
 */
export function checkEntry(entry: RecordEntry, around: Surroundings): readonly Problem[] {
  return [...ownProblems(entry, around.today), ...contradictions(entry, around)];
}

/** What an entry contradicts on record: told again when it is confirmed, since the record may have moved on. */
export function contradictions(entry: RecordEntry, { bornOn, standing }: Surroundings): readonly Problem[] {
  const after = { ...standing, [entry.kind]: entry };
  const diedOn = after.died?.on ?? null;
  const retiredOn = after.retired?.on ?? null;
  const leftOn = after['left-country']?.left?.on ?? null;
  const concerned = new Set<string>(['died', 'retired', 'left-country']);
  if (!concerned.has(entry.kind)) return [];
  return [
    ...(isBefore(diedOn, retiredOn) || isBefore(diedOn, leftOn) ? [problem('on', wrong.diedTooEarly)] : []),
    ...(isBefore(eventDay(entry), bornOn) ? [problem('on', wrong.beforeBirth)] : []),
  ];
}

function ownProblems(entry: RecordEntry, today: PlainDate): readonly Problem[] {
  switch (entry.kind) {
    case 'died':
    case 'nationality-lost':
      return notCome({ on: entry.on }, today);
    case 'left-country':
      return notCome({ 'left.on': entry.left?.on ?? null }, today);
    case 'treatment-elsewhere':
      return notCome({ 'filing.confirmedOn': entry.filing?.confirmedOn ?? null }, today);
    case 'succession':
      return notCome({ on: entry.on }, today);
    case 'relationship':
      return entry.status === 'active' && entry.stoppedOn !== null
        ? [problem('stoppedOn', wrong.activeButStopped)]
        : notCome({ since: entry.since }, today);
    case 'transfer':
      return transferProblems(entry.transfer, today);
    case 'investigation':
      return entry.open && entry.legalBasis === null ? [problem('legalBasis', wrong.noLegalBasis)] : [];
    case 'retired': // a retirement and a leaving of the roster are known before their day
    case 'roster':
    case 'open-claims':
    case 'open-recoveries':
      return [];
  }
}

/** An event is told by its own day only, and nothing ends before it begins. */
export function holdingProblems(entry: RecordEntry, said: SaidHolding): readonly Problem[] {
  const dated = said.trueFrom !== undefined || said.trueTo !== undefined;
  if (dated && eventKinds.includes(entry.kind)) return [problem('holding', wrong.eventHasItsDay)];
  const from = said.trueFrom ?? ownDayOf(entry);
  return isBefore(said.trueTo ?? null, from) ? [problem('holding.trueTo', wrong.endsBeforeItBegins)] : [];
}

type Outcome = EntryOf<'transfer'>['transfer'];

/** An answer of the receiving agency stands on a paper of that day (guide, G0.3 and G4). */
function transferProblems(transfer: Outcome, today: PlainDate): readonly Problem[] {
  if (transfer === null) return [];
  const { appliedOn, evidenceOn, balance } = transfer;
  const answered = balance !== null && balance !== 'pending';
  return [
    ...notCome({ 'transfer.appliedOn': appliedOn, 'transfer.evidenceOn': evidenceOn }, today),
    ...(answered && evidenceOn === null ? [problem('transfer.evidenceOn', wrong.noEvidence)] : []),
    ...(isBefore(evidenceOn, appliedOn) ? [problem('transfer.evidenceOn', wrong.answeredTooEarly)] : []),
  ];
}

function notCome(days: Readonly<Record<string, PlainDate | null>>, today: PlainDate): readonly Problem[] {
  return Object.entries(days)
    .filter(([, day]) => isBefore(today, day))
    .map(([path]) => problem(path, wrong.notCome));
}

function eventDay(entry: RecordEntry): PlainDate | null {
  if (entry.kind === 'left-country') return entry.left?.on ?? null;
  return entry.kind === 'died' || entry.kind === 'retired' ? entry.on : null;
}

function isBefore(one: PlainDate | null, other: PlainDate | null): boolean {
  return one !== null && other !== null && one < other;
}

function problem(path: string, detail: Text): Problem {
  return { path, detail };
}

const wrong = {
  notCome: { zh: '这一天还没有到，请核对。', en: 'This day has not come yet; please check.' },
  diedTooEarly: {
    zh: '去世日期早于退休日期或离境日期，请核对。',
    en: 'The day of death is before the day of retirement or of leaving the country; please check.',
  },
  beforeBirth: { zh: '早于出生日期，请核对。', en: 'This is before the day of birth; please check.' },
  activeButStopped: {
    zh: '正常参保的不能有停保日期。',
    en: 'Insurance that is active has no day on which it stopped.',
  },
  noEvidence: {
    zh: '转入地已有答复的，必须写明书面答复的日期。',
    en: 'An answer of the receiving agency needs the date of its paper.',
  },
  answeredTooEarly: {
    zh: '答复日期早于申请日期，请核对。',
    en: 'The answer is dated before the application; please check.',
  },
  eventHasItsDay: {
    zh: '事件只按它自己的日期登记，不填起止日期。',
    en: 'An event is recorded by its own day; it holds neither from nor until another.',
  },
  endsBeforeItBegins: {
    zh: '截止日期早于起始日期，请核对。',
    en: 'This ends before it begins; please check.',
  },
  noLegalBasis: {
    zh: '立案调查必须写明法律依据。',
    en: 'An investigation needs its legal basis.',
  },
} as const satisfies Readonly<Record<string, Text>>;
