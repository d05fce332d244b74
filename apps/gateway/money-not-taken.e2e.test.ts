import { beforeAll, expect, test } from 'vitest';
import type { Caller } from '#business/access/public';
import { decideResolution, linesInSuspense, requestResolution } from '#business/payments';
import { transferMessages, transferProcesses } from '#business/transfer';
import { listWork } from '#business/work-list';
import { act, findCase, type JsonObject, systemActor } from '#engines/casework';
import { readAccount } from '#engines/ledger';
import { openLog } from '#platform/log';
import { inTransaction } from '#platform/postgres';
import { message, type TestGateway, testGateway } from './gateway.testing.ts';
import {
  bring,
  desksOf,
  insured,
  must,
  officer,
  payAll,
  receive,
  type TestAgency,
} from './two-agencies.testing.ts';
import { both, finance, offered, reviewer, type Seen, seen, take } from './two-with-officers.testing.ts';

/** Money about which two agencies do not agree, where the test itself is the other agency. */
const people = [
  '440301198102023029',
  '440301199003074714',
  '440305197002023014',
  '510101197903033035',
  '440301198001013016',
];
let gateway: TestGateway;
let here: TestAgency;
let owners: readonly string[] = [];

const traveller = (number: string) => ({
  ...{
    name: '吴收',
    number,
    bornOn: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
  },
  ...({ status: 'active', since: '2026-10-01', until: '2026-10-31', balance: '100.00' } as const),
});

beforeAll(async () => {
  gateway = await testGateway();
  const log = openLog({ level: 'info', app: 'test', to: { write: () => true } });
  here = await desksOf({ db: gateway.db, agency: gateway.agency, gateway: '' }, log);
  owners = await bring(here, people.map(traveller));
});

const takesBalances = (value: boolean) =>
  Object.defineProperty(here.agency.desk, 'acceptsBalances', { configurable: true, value });

/** Who applies here, and what the other agency says of it in its turn. */
async function coming(place: number) {
  const [personId = '', document = ''] = [owners[place], people[place]];
  await here.moveDays(1);
  const body = { personId, from: '510100', category: 'employment' };
  const { number } = must(await here.run<Seen>('openTransferIn', insured(personId), { body }));
  const { transferId } = must(
    await here.run<{ transferId: string }>('readTransfer', officer('clerk'), { params: { number } }),
  );
  const say = saying(transferId);
  const person = { name: '吴收', nameLatin: null, identity: { type: 'citizen-id', number: document } };
  const sheet = () =>
    say('information-sheet', {
      ...{
        person,
        sending: { region: '510100', agency: '成都' },
        receiving: { region: '440300', agency: '深圳' },
      },
    });
  const reference = `MONEY-${place}`;
  const advice = () => say('remittance-advice', { reference });
  return { personId, number, reference, say, sheet, advice };
}

/** What the other agency says in a transfer, in its turn; answers the message's id. */
function saying(transferId: string) {
  const said = { count: 0 };
  return async function say(type: keyof typeof transferMessages, told: object): Promise<string> {
    said.count += 1;
    const { agency, server, chengdu } = gateway;
    const example = transferMessages[type].example as unknown as JsonObject;
    const filled = { transferId, sequence: said.count, type, body: { ...example, ...told } as JsonObject };
    const payload = message(chengdu, { ...filled, at: agency.clock.now() });
    const headers = { 'content-type': 'application/jose' };
    const { statusCode } = await server.inject({
      method: 'POST',
      url: '/exchange/v1/messages',
      headers,
      payload,
    });
    expect(statusCode).toBe(200);
    await here.round();
    return `msg_${transferId.slice(7)}_${said.count}`;
  };
}

const amountFen = 831_350n;

/** Two finance officers say of every unknown line that what came and went again is no account's. */
async function evensOut(): Promise<void> {
  const { agency } = here;
  for (const { ownerId, lineNo } of await linesInSuspense(agency.database, { after: null, limit: 10 })) {
    const lineId = `${ownerId}-${lineNo}`;
    const wish = { lineId, kind: 'fund', endToEndId: null, entry: null, reason: '退回对方机构' } as const;
    const { requestId } = must(
      await inTransaction(agency.database, (tx) =>
        requestResolution(tx, agency, { caller: finance, ...wish }),
      ),
    );
    const word = { caller: officer('finance2', 'finance'), requestId, lineId, approved: true };
    must(await inTransaction(agency.database, (tx) => decideResolution(tx, agency, word)));
  }
}

const offer = (number: string) => seen(here, number).then((it) => ({ state: it.state, can: offered(it) }));

test('money that came though our letter takes none is not turned away as not received: finance sends it back, then it is refused', async () => {
  takesBalances(false);
  const { number, reference, advice, sheet } = await coming(0);
  await advice();
  await receive(here, [{ reference, amountFen }]);
  await sheet();
  const [line] = (await seen(here, number)).desk.money;
  expect(await seen(here, number)).toMatchObject({
    state: 'awaiting-balance',
    desk: {
      finance: [{ operation: 'requestResolution', command: expect.stringContaining(line?.lineId ?? '?') }],
    },
  });
  expect((await offer(number)).can).not.toContain('propose-refusal');
  // Whoever types the step in is stopped as well.
  expect(await turnedAwayAnyhow(number)).toBe('transfer.money-here');
  const body = { code: 'accounts-not-taken', legalBasis: '本地规定' };
  const propose = { operation: 'proposeBalanceRefusal', number, by: both };
  expect(await take(here, { ...propose, body })).toBe('transfer.money-here');
  await here.moveDays(1);
  await receive(here, [{ reference: 'BACK-1', amountFen, direction: 'out' }]);
  await evensOut();
  expect(await take(here, { ...propose, body: { ...body, sentBackReference: 'BACK-1' } })).toBe(
    'refusal-proposed',
  );
  expect(await take(here, { operation: 'refuseBalance', number, by: reviewer })).toBe('balance-refused');
});

async function turnedAwayAnyhow(number: string): Promise<string> {
  const { agency } = here;
  return inTransaction(agency.database, async (tx) => {
    const file = await findCase(tx, number);
    const process = transferProcesses['transfer-in'];
    if (!file || !process) throw new Error(`there is no case ${number}`);
    const done = await act(tx, {
      ...{
        process,
        ownerId: file.ownerId,
        caseId: file.id,
        actor: systemActor,
        action: 'turn-away',
        data: {},
      },
      ...{ at: agency.clock.now(), calendar: agency.workingDays },
    });
    return done;
  }).then(
    (done) => (done.ok ? done.value.state : done.refusal.code),
    (fault: { message: string }) => fault.message,
  );
}

test('what was paid on our letter is credited, although this agency takes no balances any more', async () => {
  takesBalances(true);
  const { personId, number, reference, advice, sheet } = await coming(1);
  await advice();
  await receive(here, [{ reference, amountFen }]);
  takesBalances(false);
  await sheet();
  expect(await seen(here, number)).toMatchObject({ state: 'completed' });
  expect(await readAccount(here.agency.database, personId)).toMatchObject({ balanceFen: 841_350n });
});

const money = async (by: Caller = finance) =>
  must(await here.run<{ items: readonly object[] }>('listTransferMoney', by, { query: {} })).items;

test('what comes after the balance was turned away finance finds under its case, to be sent back and not to be matched', async () => {
  takesBalances(false);
  const { number, reference, advice, sheet } = await coming(2);
  await sheet();
  expect((await offer(number)).state).toBe('balance-refused');
  await advice();
  await receive(here, [{ reference, amountFen }]);
  await here.round();
  expect(await money()).toMatchObject([{ mayBelongTo: [{ number, by: 'reference', refusedHere: true }] }]);
  expect(await seen(here, number)).toMatchObject({
    state: 'balance-refused',
    desk: { finance: [{ operation: 'requestResolution' }] },
  });
  await evensOut();
  expect(await seen(here, number)).toMatchObject({ desk: { money: [], finance: [] } });
});

test('an advice on which another amount is being cleared up is not taken back, and money whose advice was taken back is not matched', async () => {
  takesBalances(true);
  const { number, reference, say, advice, sheet } = await coming(3);
  const first = await advice();
  const takesBack = { invalidates: first, replacedBy: null };
  await say('invalidate', takesBack);
  const second = await say('remittance-advice', { reference: 'MONEY-3-AGAIN' });
  await receive(here, [
    { reference, amountFen },
    { reference: 'MONEY-3-AGAIN', amountFen: amountFen - 5_00n },
  ]);
  await sheet();
  const inDifference = await seen(here, number);
  expect(inDifference.state).toBe('difference');
  expect(inDifference.desk.money).toHaveLength(2);
  const again =
    inDifference.desk.money.find((line) => line.amountFen === `${amountFen - 5_00n}`)?.lineId ?? '?';
  const match = [{ operation: 'requestTransferMatch', command: expect.stringContaining(again) }];
  expect(inDifference).toMatchObject({ desk: { finance: match } });
  await say('invalidate', { invalidates: second, replacedBy: null });
  expect(await seen(here, number)).toMatchObject({
    state: 'difference',
    desk: { advised: { reference: 'MONEY-3-AGAIN' }, finance: match },
  });
});

test('who says the same again and again is found silent all the same, and stays so', async () => {
  takesBalances(true);
  const { number, advice, sheet } = await coming(4);
  await sheet();
  for (let month = 0; month < 8; month += 1) {
    await here.moveDays(31);
    await advice();
  }
  expect(await seen(here, number)).toMatchObject({ awaited: { silent: true, reminded: 6 } });
  const query = { view: 'unanswered', sort: 'due', procedures: null, ground: null, states: null } as const;
  const narrowed = { officeId: null, assignedTo: null, dueFrom: null, dueTo: null, channel: null };
  const asked = { context: here.agency, caller: officer('clerk'), cursor: null, limit: 10 };
  const page = await listWork(here.agency.database, { ...asked, query: { ...query, ...narrowed } });
  expect(must(page).items.map((item) => item.number)).toContain(number);
});

test('what was paid and is never confirmed a clerk closes on proof of payment, and what is heard later is acted on', async () => {
  const numbers = ['440305197905051833', '440301199512121814', '440305197205203015'];
  const left = {
    status: 'suspended',
    since: '2019-05-01',
    until: '2026-09-30',
  } as const;
  const balances = ['12345.67', '12345.67', '2222.00'];
  const who = numbers.map((number, at) => ({
    ...{ ...traveller(number), ...left, balance: balances[at] ?? '' },
  }));
  await bring(here, who);
  const told: ReturnType<typeof saying>[] = [];
  for (const [place, { name, number }] of who.entries()) {
    const say = saying(`510100-unconfirmed${place}`);
    const person = { name, nameLatin: null, identity: { type: 'citizen-id', number } };
    const days = { enrolledOn: '2026-10-01', appliedOn: '2026-11-01', certificateNumber: null };
    await say('contact-letter', { person, ...days, acceptsBalance: true });
    told.push(say);
  }
  const listed = must(
    await here.run<{ items: readonly { number: string; state: string }[] }>(
      'listTransfers',
      officer('clerk'),
      {
        query: {},
      },
    ),
  ).items.filter(({ state }) => state === 'remitting');
  expect(listed).toHaveLength(3);
  const sent = await payAll(here);
  const body = { reason: '银行回单证明已入账', paperReference: '2027-0188' };
  const close = ({ number }: { number: string }) =>
    take(here, { operation: 'closeUnconfirmedTransfer', number, by: officer('clerk'), body });
  for (const each of listed) expect(await close(each)).toBe('casework.need-missing');
  for (let month = 0; month < 7; month += 1) {
    await here.moveDays(31);
    await here.round();
  }
  for (const each of listed) expect(await close(each)).toBe('completed');
  expect(await seen(here, listed[0]?.number ?? '')).toMatchObject({
    legs: { balance: { stage: 'paid-unconfirmed' } },
  });
  const states = () => Promise.all(listed.map(({ number }) => seen(here, number).then(({ state }) => state)));
  await told[0]?.('balance-credited', { amountFen: '1', expectedFen: '1234567' });
  await told[1]?.('balance-refused', {});
  expect((await states()).sort()).toEqual(['awaiting-money-back', 'completed', 'difference']);
  await returnedAll(listed[(await states()).indexOf('completed')]?.number ?? '');
  // Cleared up, it is over for both, and opened by no later word.
  const number = listed[(await states()).indexOf('difference')]?.number ?? '';
  const cleared = { operation: 'closeTransferDifference', number, by: officer('clerk') };
  expect(await take(here, { ...cleared, body: { reason: '已查清' } })).toBe('completed');
  await told[0]?.('balance-refused', {});
  expect(await seen(here, number)).toMatchObject({ state: 'completed' });

  /** Our bank brings it back all the same, long after: the other agency is asked for another account, and gets it there. */
  async function returnedAll(paid: string): Promise<void> {
    const back = sent.filter(({ amountFen: each }) => each === 222_200n);
    await here.moveDays(1);
    await receive(here, [
      ...back.map((each) => ({ ...each, direction: 'out' as const })),
      ...back.map((each) => ({ ...each, returned: 'AC04' })),
    ]);
    await here.round();
    expect(await seen(here, paid)).toMatchObject({
      ...{ state: 'sent-back', legs: { balance: { stage: 'sent-back' } } },
      awaited: { silent: false, missing: [{ en: expect.stringContaining('account') }] },
    });
    await told[2]?.('account-details', {});
    expect(await seen(here, paid)).toMatchObject({
      state: 'remitting',
      legs: { balance: { stage: 'settled' } },
    });
  }
});
