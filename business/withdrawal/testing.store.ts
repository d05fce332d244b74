import type { Clock, Ids, RandomBytes, Result } from '#basics';
import { type Caller, system } from '#business/access/public';
import type { Facts } from '#business/registry/public';
import { syncInterestRates } from '#engines/ledger';
import { defineRuleSet, defineSchedule, type RuleSchedule } from '#engines/rules';
import { holidays, interestRule } from '#law';
import { workingCalendar } from '#platform/calendar';
import type { Database } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { testSigningKeys } from '#platform/testing';
import type { WithdrawalContext } from './context.ts';
import { grounds } from './grounds/all.ts';

/** A test's database, and what the testing folder makes on it; handed in, since only tests may import that folder. */
export interface SampleTools<C extends Clock> {
  readonly db: SampleDatabase;
  readonly clock: C;
  readonly ids: Ids;
  readonly random: RandomBytes;
  readonly schedule?: RuleSchedule<Facts>;
  readonly addPerson: (owner: string) => Promise<void>;
}

export interface SampleDatabase {
  readonly app: Database;
  readonly migrator: Database;
  readonly superuser: Database;
}

/** An agency with officers, and people whom a clerk would recognise, one for each ground: for this folder's own tests. */
export interface SampleAgency<C extends Clock = Clock> {
  readonly db: SampleDatabase;
  readonly context: WithdrawalContext & { readonly clock: C };
  /** Adds a person whose record and account bear the ground out; answers their id. */
  person(ground: SampleGround): Promise<string>;
  record(owner: string, kind: string, body: object): Promise<void>;
}

export const sampleRules = defineRuleSet<Facts>({
  id: 'shenzhen',
  version: '1',
  options: grounds,
});

export async function sampleAgency<C extends Clock>(tools: SampleTools<C>): Promise<SampleAgency<C>> {
  const { db, clock, ids, random } = tools;
  const rates = await syncRates(db);
  if (!rates.ok) throw new Error(rates.refusal.code);
  const calendar = workingCalendar(holidays);
  const context = {
    database: db.app,
    clock,
    ids,
    random,
    seal: makeSeal({ keys: [new Uint8Array(32).fill(7)], random }),
    signingKeys: testSigningKeys(),
    workingDays: { add: calendar.deadline, between: calendar.workingDaysBetween },
    schedule: tools.schedule ?? defineSchedule([{ region: '440300', fromOn: null, ruleSet: sampleRules }]),
    region: '440300',
  };
  const record = (owner: string, kind: string, body: object) =>
    recordConfirmed(db, { owner, kind, body, id: ids.next('rec'), at: context.clock.now() });
  async function person(ground: SampleGround): Promise<string> {
    const owner = ids.next('psn');
    await tools.addPerson(owner);
    if (ground === 'foreigner-returning-home') {
      await db.superuser.rows(
        `UPDATE person SET nationality = 'USA', name_latin = 'John Smith' WHERE owner_id = $1`,
        [owner],
      );
    }
    for (const [kind, body] of Object.entries(records[ground])) await record(owner, kind, body);
    return owner;
  }
  return { db, context, person, record };
}

function syncRates(db: SampleDatabase): Promise<Result<unknown>> {
  const rates = Object.entries(interestRule.buckets).flatMap(([bucket, { values }]) =>
    values.flatMap(({ fromOn, value }) =>
      fromOn === null ? [] : [{ bucket, fromOn, ratePpm: BigInt(value), dayCount: 360 as const }],
    ),
  );
  return syncInterestRates(db.migrator, rates);
}

async function recordConfirmed(
  db: SampleDatabase,
  entry: {
    readonly owner: string;
    readonly kind: string;
    readonly body: object;
    readonly id: string;
    readonly at: Date;
  },
): Promise<void> {
  const { owner, kind, body, id, at } = entry;
  await db.app.rows(`SELECT record_paper('token-clerk', $1, $2, $3, $4, 'A-1', $5)`, [
    owner,
    id,
    kind,
    body,
    at,
  ]);
  await db.app.rows(`SELECT confirm_record('token-reviewer', $1, $2, true, NULL, $3)`, [owner, id, at]);
}

const stopped = {
  roster: { onEmployerRoster: false, since: '2026-03-31' },
  relationship: { status: 'suspended', tier: 1, stoppedOn: '2026-03-31', since: '2026-03-31' },
};
const transferred = {
  relationship: { status: 'transferred', tier: 1, stoppedOn: '2026-03-31', since: '2026-04-10' },
};
const leg = { to: '510100', appliedOn: '2026-04-01', evidenceOn: '2026-05-01' };

/** What is on record of somebody to whom the ground applies. */
const records = {
  'retired-treated-elsewhere': {
    retired: { on: '2020-05-01' },
    'treatment-elsewhere': { filing: { region: '510100', confirmedOn: '2026-01-10' } },
  },
  'retired-left-country': {
    retired: { on: '2020-05-01' },
    'left-country': { left: { on: '2026-02-01', to: 'CAN', purpose: 'settle' } },
  },
  'settled-abroad-before-retirement': {
    'left-country': { left: { on: '2026-02-01', to: 'CAN', purpose: 'settle' } },
    ...stopped,
  },
  'foreigner-returning-home': {
    'left-country': { left: { on: '2026-02-01', to: 'USA', purpose: 'return-home' } },
    ...stopped,
  },
  'nationality-lost': { 'nationality-lost': { on: '2026-02-01' } },
  death: { died: { on: '2026-05-01' }, succession: { established: true, on: '2026-05-20' } },
  'balance-refused': { ...transferred, transfer: { transfer: { ...leg, balance: 'refused' } } },
  'no-receiving-account': {
    ...transferred,
    transfer: { transfer: { ...leg, balance: 'no-account-information' } },
  },
} as const;

export type SampleGround = keyof typeof records;
export const sampleGrounds = Object.keys(records) as readonly SampleGround[]; // the keys of the table above

export const clerk = officer('clerk', ['clerk']);
export const reviewer = officer('reviewer', ['reviewer']);
/** Two who had no part in a first decision. */
export const clerk2 = officer('clerk2', ['clerk']);
export const reviewer2 = officer('reviewer2', ['reviewer']);
/** Clerk and reviewer in one person. */
export const both = officer('both', ['clerk', 'reviewer', 'finance']);
export const finance = officer('finance', ['finance']);
export const finance2 = officer('finance2', ['finance']);
export { system };

export function citizen(kind: 'insured' | 'successor' | 'agent', ownerId: string): Caller {
  const mandates = [{ ownerIds: [ownerId], scope: ['withdrawal'], caseId: null }];
  const own = { ...system, kind, id: `usr_${kind}`, roles: [kind], personIds: [ownerId] };
  return kind === 'agent' ? { ...own, mandates } : own;
}

function officer(name: string, roles: Caller['roles']): Caller {
  return {
    ...system,
    kind: 'officer',
    id: `off_${name}`,
    roles,
    officeId: 'ofc_test',
    token: `token-${name}`,
  };
}

export const payee = {
  name: '张三',
  bankCode: '102584000002',
  bankName: '工商银行深圳分行',
  accountNumber: '6222 0210 0101 2345 678',
};

/** The payment orders of a person. */
export async function orderOf(db: SampleDatabase, ownerId: string) {
  return db.app.rows<{ id: string; case_id: string; amount_fen: bigint }>(
    'SELECT id, case_id, amount_fen FROM payment_order WHERE owner_id = $1',
    [ownerId],
  );
}

export async function liveHolds(db: SampleDatabase, ownerId: string): Promise<readonly string[]> {
  const rows = await db.app.rows<{ case_id: string }>(
    'SELECT case_id FROM account_hold WHERE owner_id = $1 AND released_at IS NULL',
    [ownerId],
  );
  return rows.map(({ case_id }) => case_id);
}

/** How somebody signed in, where it is not as the successor whose code came from the window without a name. */
export interface SignedIn {
  /** As what the session acts, and as what the login may act for the person. */
  readonly session?: string;
  readonly capacity?: string;
  /** Under which name the window identified them. */
  readonly holderName?: string;
  /** With which document, where that was written down: its kind and the end of its number. */
  readonly holderPaper?: readonly [kind: string, tail: string];
}

/** Somebody signed in as a successor of a person who died. */
export async function signedInRelative(
  { superuser }: Pick<SampleDatabase, 'superuser'>,
  person: { readonly owner: string; readonly random: RandomBytes } & SignedIn,
): Promise<Caller> {
  const { owner, random, session = 'successor', capacity = 'successor', holderName = null } = person;
  const [kind = null, tail = null] = person.holderPaper ?? [];
  const id = `usr_${Buffer.from(random(13)).toString('hex')}`;
  const token = `sxu_${id}.test`;
  await superuser.rows(
    `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at) VALUES ($1, '', '', now(), now())`,
    [id],
  );
  await superuser.rows(
    `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at) VALUES ($1, $2, $3, 'window', 'test', now())`,
    [id, owner, capacity],
  );
  await superuser.rows(`SELECT keep_holder($1, $2, $3, 'window', 'off_clerk', now(), $4, $5)`, [
    ...[id, owner, holderName, kind, tail],
  ]);
  await superuser.rows(
    `INSERT INTO person_session (owner_id, token_hash, capacity, opened_at, expires_at)
     VALUES ($1, sha256(convert_to($2, 'UTF8')), $3, now(), now() + interval '1 day')`,
    [id, token, session],
  );
  return { ...citizen('successor', owner), id, token };
}
