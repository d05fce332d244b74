import { type Fen, ok, type Result } from '#basics';
import { anyone, type Caller } from '#business/access/public';
import { bytesSource } from '#platform/files';
import { inTransaction, type Tx } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import {
  type TestDatabase,
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testRandom,
} from '#platform/testing';
import { checkCharacter } from './check-character.ts';
import { decideFact, type FactDecision } from './confirm-fact.ts';
import type { RegistryContext } from './context.ts';
import { findPersonByIdentity } from './find-person.ts';
import { callApproveImport } from './import.store.ts';
import { importMonths } from './import-months.ts';
import { importPeople } from './import-people.ts';
import type { ImportReport } from './import-report.ts';
import type { RecordEntry } from './record-entry.ts';
import { recordFact } from './record-fact.ts';
import * as books from './testing.store.ts';

/** The columns of the people that a desk makes. */
export const header = '姓名,出生日期,国籍,证件类型,证件号码,参保状态,单位在册,期初余额,余额日期';

/** The key of a desk's seal, for another process that shall read what it sealed. */
export const deskKey = testRandom(5)(32);

/** A register with its officers, for tests. People have numbers 1, 2, …; each series of them is new to the record. */
export async function openDesk() {
  const db = await testDatabase();
  const office = await testOffice(db);
  const seal = makeSeal({ keys: [deskKey], random: testRandom(6) });
  const clock = testClock('2022-07-01T10:00:00+08:00');
  const deaths: string[] = [];
  const onDeath = async (_: Tx, owner: string) => ok(deaths.push(owner));
  const context: RegistryContext = { database: db.app, clock, ids: testIds(4), seal, onDeath };
  const caller = {
    clerk: officer('off_clerk', office.clerk),
    reviewer: officer('off_reviewer', office.reviewer),
    both: officer('off_both', office.both),
  };
  const by = (asked: Asked) => caller[asked.by ?? 'clerk'];
  const approved = approver({ db, token: office.reviewer, now: clock.now });
  let series = 0;
  const numberOf = (n: number) => citizenNumber(series, n);
  const find = (n: number) => ({ kind: 'citizen-id', issuer: 'CHN', number: numberOf(n) }) as const;
  const ownerOf = (n: number) => findPersonByIdentity(db.app, { seal, document: find(n) });
  return {
    db,
    clock,
    context,
    caller,
    /** Of whom the app was told that they have died, in turn. */
    deaths,
    numberOf,
    ownerOf,
    series: () => series,
    nextSeries: () => {
      series += 1;
    },
    person: (n: number) => `张三,1990-01-01,CHN,居民身份证,${numberOf(n)},正常参保,是,1000,2022-01-01`,
    people: async (lines: readonly string[], asked: Asked = {}) =>
      approved(importPeople(context, { ...fileOf('people.csv', lines, asked), caller: by(asked) }), asked),
    months: async (lines: readonly string[], asked: Asked = {}) =>
      approved(importMonths(context, { ...fileOf('months.csv', lines, asked), caller: by(asked) }), asked),
    record: (owner: string, entry: RecordEntry) =>
      recorded({ db, context, caller: caller.clerk }, { owner, entry }),
    decide: (by: keyof typeof caller, decision: FactDecision) =>
      inTransaction(db.app, (tx) => decideFact(tx, { context, caller: caller[by], decision })),
    balanceOf: async (n: number): Promise<Fen | undefined> =>
      books.balanceOf(db.app, (await ownerOf(n)) ?? ''),
    broughtBy: (fileName: string) => books.broughtBy(db.app, fileName),
    everything: () => books.rowCounts(db.superuser),
    plainFinds: (secret: string) => books.plainFinds(db.superuser, secret),
  };
}

/** Approves what a file told, so that it counts; its opening balances still wait to be posted. */
function approver(office: { readonly db: TestDatabase; readonly token: string; readonly now: () => Date }) {
  return async (taking: Promise<Result<ImportReport>>, { waits = false }: Asked) => {
    const told = await taking;
    if (waits || !told.ok || told.value.runId === null || told.value.outcome === 'already-taken-in')
      return told;
    const approval = { token: office.token, id: told.value.runId, at: office.now() };
    await inTransaction(office.db.app, async (tx) => ok(await callApproveImport(tx, approval)));
    return told;
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

interface Asked {
  readonly dryRun?: boolean;
  readonly by?: 'clerk' | 'both';
  /** Nobody approves it. */
  readonly waits?: boolean;
}

function fileOf(name: string, lines: readonly string[], { dryRun = false }: Asked) {
  return { file: bytesSource(name, new TextEncoder().encode(lines.join('\n'))), dryRun };
}

function officer(id: string, token: string): Caller {
  return { ...anyone, kind: 'officer', id, roles: [], officeId: 'ofc_test', token };
}

/** Numbers of a series: another area each, so that no two tests name the same person. */
function citizenNumber(series: number, n: number): string {
  const first17 = `4403${String(series).padStart(2, '0')}19900101${String(n).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}

async function recorded(
  {
    db,
    context,
    caller,
  }: { readonly db: TestDatabase; readonly context: RegistryContext; readonly caller: Caller },
  fact: { readonly owner: string; readonly entry: RecordEntry },
): Promise<string> {
  const told = await inTransaction(db.app, (tx) =>
    recordFact(tx, { context, caller, fact: { ...fact, paperReference: 'P-1' } }),
  );
  return unrefused(told).factId;
}

/** The report of an import that was not refused. */
export function taken(told: Result<ImportReport>): ImportReport {
  return unrefused(told);
}

export function unrefused<T>(told: Result<T>): T {
  if (told.ok) return told.value;
  throw new Error(`${told.refusal.code}: ${JSON.stringify(told.refusal.problems ?? told.refusal.figures)}`);
}

export function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

/** Text as a spreadsheet on a Chinese computer saves it. Node reads GB 18030 and does not write it. */
export function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      bytesOf.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
    }
  }
  return Uint8Array.from([...text].flatMap((letter) => bytesOf.get(letter) ?? [letter.charCodeAt(0)]));
}
