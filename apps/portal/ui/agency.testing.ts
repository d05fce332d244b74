import { afterAll } from 'vitest';
import { type Agency, openAgency } from '#apps/agency';
import { startServer } from '#apps/api';
import { enterChange } from '#apps/demo';
import { type PlainDate, plainDate, type Refusal, type Result, shanghaiDate } from '#basics';
import { callerOf, createFirstOfficer, createOfficer, openOfficerSession } from '#business/access';
import { type Caller, system } from '#business/access/public';
import { readLatestNotices } from '#business/notices';
import { approveImport, findPersonByIdentity, importMonths, importPeople } from '#business/registry';
import { readIdentity } from '#business/registry/public';
import { loadConfig } from '#platform/config';
import { bytesSource } from '#platform/files';
import { openLog } from '#platform/log';
import {
  removeTemporaryFolder,
  type TestDatabase,
  temporaryFolder,
  testDatabase,
  testGuessing,
  testOffice,
} from '#platform/testing';

/** An agency with its API and its pages, as `suixing serve` serves them, and a window that does what a clerk does. */
export interface ServedAgency {
  readonly address: string;
  readonly db: TestDatabase;
  readonly today: PlainDate;
  /** Puts somebody on record with a balance and paid months; answers their id. */
  bring(person: Person): Promise<string>;
  /** The same of many at once. */
  bringAll(people: readonly Person[]): Promise<void>;
  /** Asks the API as the clerk at the window. */
  atWindow<T>(path: string, body: object): Promise<T>;
  /** Asks the API as the second officer. */
  asReviewer<T>(path: string, body: object): Promise<T>;
  /** Asks the API as somebody who has not signed in. */
  publicly<T>(path: string, body: object): Promise<T>;
  /** What was written to people last, in clear. */
  latestNotice(): Promise<string>;
  /** The code that the window hands over, by which somebody activates their login. */
  codeFor(personId: string): Promise<string>;
}

export interface Person {
  readonly name: string;
  readonly number: string;
  readonly status: 'active' | 'suspended';
  readonly balance: string;
  /** On whose roster they are, where they are on one. */
  readonly employer?: { readonly code: string; readonly name: string };
}

export async function servedAgency(): Promise<ServedAgency> {
  const db = await testDatabase();
  const folder = temporaryFolder();
  const config = must(
    loadConfig({
      ...{ SUIXING_MODE: 'development', SUIXING_DATA_DIR: folder, SUIXING_REGION: '440300' },
      ...{ SUIXING_DATABASE_URL: db.url('app'), SUIXING_LOGIN_DATABASE_URL: db.url('login') },
      ...{ SUIXING_MIGRATOR_DATABASE_URL: db.url('migrator'), SUIXING_FILES_DIR: folder },
      SUIXING_IDENTITY_KEY: '00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210',
    }),
  );
  const agency = must(await openAgency(config, { guessing: testGuessing }));
  const site = { region: agency.region, demo: true };
  const log = openLog({ level: 'silent', app: 'test' });
  const options = { log, host: '127.0.0.1', port: 0, limitRate: false, portal: site };
  const server = must(await startServer(agency, options));
  afterAll(async () => {
    await server.stop();
    await agency.stop();
    await removeTemporaryFolder(folder);
  });
  await testOffice(db, agency.region);
  await enterChengdu(agency);
  const atWindow = <T>(path: string, body: object) => ask<T>(`${server.address}/api/v1${path}`, body);
  const asReviewer = <T>(path: string, body: object) =>
    ask<T>(`${server.address}/api/v1${path}`, body, { authorization: 'Bearer token-reviewer' });
  const publicly = <T>(path: string, body: object) => ask<T>(`${server.address}/api/v1${path}`, body, {});
  return {
    ...{
      address: server.address,
      db,
      today: shanghaiDate(agency.clock.now()),
      atWindow,
      asReviewer,
      publicly,
    },
    bring: (person) => bring(agency, person),
    bringAll: (people) => bringAll(agency, people),
    latestNotice: async () => (await readLatestNotices(agency, 1))[0]?.body ?? '',
    async codeFor(personId) {
      const wish = { capacity: 'insured', paperReference: 'identity card seen' };
      return (await atWindow<{ code: string }>(`/people/${personId}/activation-code`, wish)).code;
    },
  };
}

let asked = 0;

const asClerk = { authorization: 'Bearer token-clerk' };

async function ask<T>(url: string, body: object, as: Readonly<Record<string, string>> = asClerk): Promise<T> {
  asked += 1;
  const headers = { ...as, 'content-type': 'application/json', 'idempotency-key': `window-${asked}` };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(JSON.stringify(said));
  return said as T; // what the operation declares to answer
}

async function bring(agency: Agency, person: Person): Promise<string> {
  await bringAll(agency, [person]);
  const { number } = person;
  const read = readIdentity({ kind: 'citizen-id', number, issuer: null });
  if (!('value' in read)) throw new Error(`${number} is no citizen’s number`);
  const found = await findPersonByIdentity(agency.database, { seal: agency.seal, document: read.value });
  if (found === null) throw new Error('nobody was imported');
  return found;
}

async function bringAll(agency: Agency, people: readonly Person[]): Promise<void> {
  const named =
    'name,born_on,nationality,document_kind,document_number,document_issuer,relationship_status,tier,stopped_on,on_roster,since,opening_balance,balance_on,phone,language,employer_code,employer_name,employed_from';
  await take(agency, importPeople, [named, ...people.map(lineOf)]);
  await take(agency, importMonths, [
    'document_kind,document_number,document_issuer,from_month,to_month,base,origin_region',
    ...people.map(({ number }) => `citizen-id,${number},CHN,2019-05,2026-09,6727.00,440300`),
  ]);
}

function lineOf({ name, number, status, balance, employer }: Person): string {
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const until = status === 'active' ? '' : '2026-09-30';
  return `${name},${bornOn},CHN,citizen-id,${number},CHN,${status},1,${until},${employer ? 'yes' : 'no'},2019-05-01,${balance},2022-03-31,13900003900,zh,${employer ? `${employer.code},${employer.name},2020-01-01` : ',,'}`;
}

async function take(
  agency: Agency,
  by: typeof importPeople | typeof importMonths,
  lines: readonly string[],
): Promise<void> {
  const file = bytesSource('file.csv', new TextEncoder().encode(`${lines.join('\n')}\n`));
  const read = must(await by(agency, { caller: officer('clerk'), file, dryRun: false } as never)); // either takes these
  const { runId, openingCount, openingTotalFen } = read;
  const totals = { runId: runId ?? '', openingCount, openingTotalFen };
  must(await approveImport(agency, { caller: officer('reviewer'), ...totals }));
}

function officer(role: 'clerk' | 'reviewer'): Caller {
  const of = { id: `off_${role}`, roles: [role], officeId: 'ofc_test', token: `token-${role}` };
  return { ...system, kind: 'officer', ...of };
}

/** A partner that takes letters, as two administrators enter it. */
async function enterChengdu(agency: Agency): Promise<void> {
  const access = { ...agency, mode: agency.config.mode };
  const office = { id: 'ofc_one', region: agency.region, nameZh: '测试', nameEn: 'Test' };
  const hired = { officeId: office.id, password: 'a-long-test-password', roles: ['administrator'] as const };
  const admin = (loginName: string) => ({ loginName, nameZh: loginName, nameEn: loginName, ...hired });
  must(await createFirstOfficer(access, { office, officer: admin('admin1') }));
  must(await createOfficer(access, admin('admin2')));
  const signIn = async (loginName: string): Promise<Caller> => {
    const session = must(await openOfficerSession(access, { loginName, password: hired.password }));
    return must(await callerOf(access, { bearer: session.token }));
  };
  const administrators = [await signIn('admin1'), await signIn('admin2')] as const;
  const profile = {
    kind: 'profile',
    nameZh: '成都',
    nameEn: 'Chengdu',
    gateway: null,
    acceptsBalances: true,
  } as const;
  const change = { ...profile, effectiveOn: plainDate('2020-01-01'), versions: ['1'], account: null };
  await enterChange(agency, { administrators, region: '510100', change });
}

function must<T>(done: Result<T, Refusal>): T {
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}
