import { afterAll } from 'vitest';
import { type Agency, moveLeadSeconds } from '#apps/agency';
import { plainDate, type Refusal, type Result, shanghaiDate } from '#basics';
import { type Caller, system } from '#business/access/public';
import {
  approveBatch,
  buildBatch,
  exportBatch,
  importBankFile,
  readPain001,
  simulateBank,
  type WrittenEntry,
  writeCamt053,
} from '#business/payments';
import { approveImport, findPersonByIdentity, importMonths, importPeople } from '#business/registry';
import { readIdentity } from '#business/registry/public';
import {
  creditArrivals,
  remindPartners,
  settleWaitingDepartures,
  transferOperations,
} from '#business/transfer';
import { settleAllApproved, withdrawalOperations } from '#business/withdrawal';
import { bytesSource } from '#platform/files';
import type { Operation } from '#platform/http';
import type { Log } from '#platform/log';
import { inTransaction } from '#platform/postgres';
import { type TestDatabase, testOffice } from '#platform/testing';
import { enterPartner, testGatewayAgency } from './gateway.testing.ts';
import { applyKept, deliverWaiting } from './rounds.ts';
import { startGateway } from './start.ts';

/** One of two agencies that talk over real gateways, with its desks, its bank and a person or two. */
export interface TestAgency {
  readonly db: TestDatabase;
  readonly agency: Agency;
  /** Where its gateway listens. */
  readonly gateway: string;
  /** Everything that runs by itself, once: messages out, messages in. */
  round(): Promise<void>;
  moveDays(days: number): Promise<void>;
  run<T>(operation: string, by: Caller, input: object): Promise<Result<T>>;
}

export interface Traveller {
  readonly name: string;
  /** A citizen's number. */
  readonly number: string;
  readonly bornOn: string;
  readonly status: 'active' | 'suspended' | 'terminated';
  readonly since: string;
  readonly until: string;
  readonly balance: string;
  /** By which they are told; nobody is where it is left out. */
  readonly phone?: string;
}

export async function twoAgencies(
  log: Log,
  { chengdu = {} }: { readonly chengdu?: Readonly<Record<string, string>> } = {},
): Promise<{ readonly shenzhen: TestAgency; readonly chengdu: TestAgency }> {
  const [here, there] = [
    await testGatewayAgency('440300', {}),
    await testGatewayAgency('510100', {}, chengdu),
  ];
  const [a, b] = await Promise.all([listening(here.agency, log), listening(there.agency, log)]);
  await enterPartner(here.agency, { region: '510100', ...b });
  await enterPartner(there.agency, { region: '440300', ...a });
  return {
    shenzhen: await desksOf({ ...here, ...a }, log),
    chengdu: await desksOf({ ...there, ...b }, log),
  };
}

/** Shenzhen alone, whose partner Chengdu has no gateway and gets one by `gatewayAt`. */
export async function withPaperPartner(
  log: Log,
): Promise<TestAgency & { readonly gatewayAt: (address: string | null) => Promise<void> }> {
  const here = await testGatewayAgency('440300', {});
  const enter = await enterPartner(here.agency, { region: '510100', gateway: null, keys: [] });
  const desks = await desksOf({ ...here, gateway: '' }, log);
  const profile = { kind: 'profile', nameZh: '成都', nameEn: 'Chengdu', acceptsBalances: true } as const;
  return {
    ...desks,
    gatewayAt: (gateway) =>
      enter({
        ...{ ...profile, gateway, versions: ['1'], account: null },
        effectiveOn: shanghaiDate(here.agency.clock.now()),
      }),
  };
}

/** The agency’s gateway, until the tests are over: where it listens, and the keys that it publishes. */
export async function listening(agency: Agency, log: Log) {
  const started = await startGateway(agency, { host: '127.0.0.1', port: 0, log });
  if (!started.ok || !started.value) throw new Error('the gateway does not listen');
  const { address, stop } = started.value;
  afterAll(stop);
  const keys = await fetch(`${address}/.well-known/suixing-keys.json`);
  return { gateway: address, keys: ((await keys.json()) as { keys: [] }).keys }; // as the gateway publishes them
}

export async function desksOf(
  { db, agency, gateway }: Pick<TestAgency, 'db' | 'agency' | 'gateway'>,
  log: Log,
): Promise<TestAgency> {
  await testOffice(db, agency.region);
  return {
    ...{ db, agency, gateway },
    async round() {
      await deliverWaiting(agency, log);
      await applyKept(agency, { log, stream: null });
      await settleWaitingDepartures(agency);
      await creditArrivals(agency);
      await remindPartners(agency);
      await settleAllApproved(agency);
    },
    async moveDays(days) {
      await moveLeadSeconds(db.migrator, days * 86_400);
      await agency.clock.refresh();
    },
    run: <T>(id: string, caller: Caller, input: object) => {
      const operation = operations.find((each) => each.id === id);
      if (!operation) throw new Error(`there is no operation ${id}`);
      return ask(agency, { operation, caller, input }) as Promise<Result<T>>; // what it declares to answer
    },
  };
}

const operations = [...transferOperations, ...withdrawalOperations] as readonly Operation<Agency, Caller>[];

/** Asks as the door does, with what an operation of each kind is given. */
async function ask(
  agency: Agency,
  asked: {
    readonly operation: Operation<Agency, Caller>;
    readonly caller: Caller;
    readonly input: object;
  },
): Promise<Result<unknown>> {
  const { operation, caller, input } = asked;
  const request = { context: agency, caller, params: {}, query: {}, body: {}, ...input };
  if (operation.kind === 'write') return inTransaction(agency.database, (tx) => operation.run(tx, request));
  if (operation.kind === 'read') return operation.run(agency.database, request);
  if (operation.kind === 'job') return operation.run({ ...request, key: '' } as never);
  throw new Error(`${operation.id} takes or gives a file`);
}

export const officer = (name: string, role: Caller['roles'][number] = 'clerk'): Caller => ({
  ...{ ...system, kind: 'officer', id: `off_${name}`, roles: [role], officeId: 'ofc_test' },
  token: `token-${name}`,
});

export const insured = (personId: string): Caller => ({
  ...{ ...system, kind: 'insured', id: `usr_${personId}`, roles: ['insured'], personIds: [personId] },
});

/** Puts people on record as the agency's own files would; answers their ids in the same order. */
export async function bring(
  { agency }: Pick<TestAgency, 'agency'>,
  people: readonly Traveller[],
): Promise<readonly string[]> {
  const clerk = officer('clerk');
  const reviewer = officer('reviewer', 'reviewer');
  const today = shanghaiDate(agency.clock.now());
  const file = (name: string, text: string) => bytesSource(name, new TextEncoder().encode(text));
  const head =
    'name,born_on,nationality,document_kind,document_number,document_issuer,relationship_status,tier,stopped_on,on_roster,since,opening_balance,balance_on,phone,language';
  const lines = people.map(({ name, bornOn, number, status, since, until, balance, phone }) =>
    [
      ...[name, bornOn, 'CHN', 'citizen-id', number, 'CHN', status, '1'],
      ...[status === 'active' ? '' : until, 'no', since, balance, balance === '' ? '' : today],
      ...[phone ?? '', 'zh'],
    ].join(','),
  );
  const months = people.map(({ number, since, until }) =>
    ['citizen-id', number, 'CHN', since.slice(0, 7), until.slice(0, 7), '6727.00', agency.region].join(','),
  );
  const monthsHead = 'document_kind,document_number,document_issuer,from_month,to_month,base,origin_region';
  for (const [take, text] of [
    [importPeople, [head, ...lines].join('\n')],
    [importMonths, [monthsHead, ...months].join('\n')],
  ] as const) {
    const read = must(
      await take(agency, { caller: clerk, file: file('file.csv', `${text}\n`), dryRun: false } as never),
    );
    const { runId, openingCount, openingTotalFen } = read;
    must(
      await approveImport(agency, { caller: reviewer, runId: runId ?? '', openingCount, openingTotalFen }),
    );
  }
  return Promise.all(people.map(({ number }) => personOf(agency, number)));
}

async function personOf(agency: Agency, number: string): Promise<string> {
  const read = readIdentity({ kind: 'citizen-id', number, issuer: null });
  if (!('value' in read)) throw new Error('a made-up number has not the form of its kind');
  const found = await findPersonByIdentity(agency.database, { seal: agency.seal, document: read.value });
  if (found === null) throw new Error('a person who was imported is not on record');
  return found;
}

export interface MoneySent {
  readonly reference: string;
  readonly accountNumber: string;
  readonly amountFen: bigint;
}

/** Builds and releases a batch of all that is to be paid, and has the bank say yes or no to each. */
export async function payAll(
  { agency }: TestAgency,
  answer: 'ACSC' | 'RJCT' = 'ACSC',
  /** Before the bank says anything. */
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<readonly MoneySent[]> {
  const on = shanghaiDate(agency.clock.now());
  const finance = officer('finance', 'finance');
  const { batchId, digest } = must(
    await inTransaction(agency.database, (tx) =>
      buildBatch(tx, agency, { caller: finance, orderIds: null, executeOn: on }),
    ),
  );
  for (const name of ['both', 'finance2'])
    must(
      await inTransaction(agency.database, (tx) =>
        approveBatch(tx, agency, {
          caller: officer(name, 'finance'),
          batchId,
          digest: Buffer.from(digest, 'hex'),
        }),
      ),
    );
  const { xml } = must(await exportBatch(agency.database, agency, batchId));
  await meanwhile();
  const sent: MoneySent[] = [];
  const told = {
    ...{ messageId: `BANK-${batchId}`.slice(0, 35), at: agency.clock.now() },
    decide: (payment: { endToEndId: string; accountNumber: string; amountFen: bigint }) => {
      const { endToEndId: reference, accountNumber, amountFen } = payment;
      sent.push({ reference, accountNumber, amountFen });
      return answer === 'ACSC' ? { status: 'ACSC' as const } : { status: 'RJCT' as const, reason: 'AC01' };
    },
  };
  const pain002 = must(simulateBank(xml, told as never));
  must(await importBankFile(agency, { caller: finance, file: pain002 }));
  if (must(readPain001(xml)).debtorAccount !== agency.debtor.accountNumber)
    throw new Error('the batch leaves another account than the agency’s own');
  return sent;
}

let statements = 0;
/** What stood in each agency's account at the end of its last statement. */
const closed = new WeakMap<Agency, bigint>();

/** A movement of our account that is no payment of ours. */
export interface MoneyMoved extends Pick<MoneySent, 'reference' | 'amountFen'> {
  /** Into our account where it is left out. */
  readonly direction?: 'in' | 'out';
  /** Why the bank brings a payment of ours back. */
  readonly returned?: string;
}

/** The bank's statement of a day on which money came in, or went out. */
export async function receive({ agency }: TestAgency, money: readonly MoneyMoved[]): Promise<void> {
  statements += 1;
  const on = shanghaiDate(agency.clock.now());
  const entries = money.map(
    ({ reference, amountFen, direction = 'in', returned }, place): WrittenEntry => ({
      ...{ reference: `I${statements}-${place}`, direction, amountFen, bookedOn: plainDate(on) },
      ...{ endToEndId: reference, name: '对方医疗保障局', returned },
    }),
  );
  const openingFen = closed.get(agency) ?? 500_000_000_00n;
  closed.set(
    agency,
    money.reduce(
      (sum, { amountFen, direction }) => sum + (direction === 'out' ? -amountFen : amountFen),
      openingFen,
    ),
  );
  const statement = {
    ...{ messageId: `STMT-${statements}`, at: agency.clock.now(), sequence: statements, on: plainDate(on) },
    ...{ accountNumber: agency.debtor.accountNumber, openingFen, entries },
  };
  must(
    await importBankFile(agency, { caller: officer('finance', 'finance'), file: writeCamt053(statement) }),
  );
}

export function must<T>(done: Result<T, Refusal>): T {
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}
