import { beforeAll, expect, test } from 'vitest';
import { transferMessages } from '#business/transfer';
import { type JsonObject, listQueue } from '#engines/exchange';
import { openLog } from '#platform/log';
import { message, type TestGateway, testGateway } from './gateway.testing.ts';
import {
  bring,
  desksOf,
  insured,
  must,
  officer,
  type TestAgency,
  type Traveller,
} from './two-agencies.testing.ts';

/** What a clerk does with a sheet that does not fit, where the test itself is the other agency. */
const who: Traveller = {
  ...{ name: '吴填', number: '440301198102023029', bornOn: '1981-02-02' },
  ...{ status: 'active', since: '2026-10-01', until: '2026-10-31', balance: '100.00' },
};
let gateway: TestGateway;
let here: TestAgency;
let personId = '';

beforeAll(async () => {
  gateway = await testGateway();
  const log = openLog({ level: 'info', app: 'test', to: { write: () => true } });
  here = await desksOf({ db: gateway.db, agency: gateway.agency, gateway: '' }, log);
  [personId = ''] = await bring(here, [who]);
});

interface Seen {
  readonly state: string;
  readonly number: string;
  readonly transferId: string;
  readonly actions: readonly { readonly action: string; readonly allowed: boolean }[];
  readonly desk: { readonly sheet: { readonly messageId: string } | null };
}

const clerk = officer('clerk');
const read = (number: string) => here.run<Seen>('readTransfer', clerk, { params: { number } }).then(must);

async function apply(): Promise<Seen> {
  const body = { personId, from: '510100', category: 'employment' };
  const { number } = must(await here.run<Seen>('openTransferIn', insured(personId), { body }));
  return read(number);
}

/** Chengdu's sheet about somebody, as it says it. */
function say(transferId: string, sequence: number, told: object): Promise<void> {
  const places = {
    sending: { region: '510100', agency: '成都市医疗保障事务中心' },
    receiving: { region: '440300', agency: '示例经办中心' },
  };
  const person = { name: who.name, nameLatin: null, identity: { type: 'citizen-id', number: who.number } };
  const sheet = { ...transferMessages['information-sheet'].example, ...places, person, ...told };
  return post({ transferId, sequence, type: 'information-sheet', body: sheet as unknown as JsonObject });
}

async function post(said: Omit<Parameters<typeof message>[1], 'at'>): Promise<void> {
  const { agency, server, chengdu } = gateway;
  const payload = message(chengdu, { ...said, at: agency.clock.now() });
  const headers = { 'content-type': 'application/jose' };
  const url = '/exchange/v1/messages';
  const { statusCode } = await server.inject({ method: 'POST', url, headers, payload });
  expect(statusCode).toBe(200);
  await here.round();
}

async function take(operation: string, number: string, reason: string) {
  const messageId = (await read(number)).desk.sheet?.messageId ?? 'msg_none';
  return takeOn(operation, number, { reason, messageId });
}

async function takeOn(operation: string, number: string, body: object) {
  const done = await here.run<{ state: string }>(operation, clerk, { params: { number }, body });
  return done.ok ? done.value.state : done.refusal.code;
}

test('a sheet that was filled in wrongly a clerk sends back, or records with a reason; one about somebody else nobody does', async () => {
  const { number, transferId } = await apply();
  expect(await take('recordDoubtfulSheet', number, '填写有误')).toBe('transfer.no-sheet-in-check');
  await say(transferId, 1, {
    receiving: { region: '440100', agency: '广州' },
    sending: { region: '510200', agency: '?' },
  });
  const doubts = [{ code: 'for-another-region' }, { code: 'of-another-region' }];
  const doubtful = await read(number);
  expect(doubtful).toMatchObject({
    state: 'in-check',
    desk: { sheet: { months: 101, passing: 'clerk', doubts } },
  });
  const offered = doubtful.actions.flatMap(({ action, allowed }) => (allowed ? [action] : []));
  expect(offered).toEqual(expect.arrayContaining(['record-months', 'ask-correction']));
  expect(offered).not.toContain('propose-sheet');
  expect(await take('proposeDoubtfulSheet', number, '不必')).toBe('casework.need-missing');
  expect(await take('lookAtSheetAgain', number, '还在核对')).toBe('casework.not-now');
  expect(await take('askForSheetCorrection', number, '写错了转入地')).toBe('awaiting-correction');
  // None came, and the clerk goes on with the sheet that is here; then asks after all.
  expect(await take('lookAtSheetAgain', number, '对方不再更正')).toBe('in-check');
  expect(await read(number)).toMatchObject({ desk: { sheet: { passing: 'clerk', doubts } } });
  expect(await take('askForSheetCorrection', number, '写错了转入地')).toBe('awaiting-correction');
  const second = {
    receiving: { region: '440100', agency: '广州' },
    revision: 2,
    replaces: `msg_${transferId.slice(7)}_1`,
  };
  await say(transferId, 2, second);
  const invalidates = `msg_${transferId.slice(7)}_2`;
  const takenBack = { ...transferMessages.invalidate.example, invalidates, replacedBy: null };
  await post({ transferId, sequence: 3, type: 'invalidate', body: takenBack as unknown as JsonObject });
  expect(await read(number)).toMatchObject({
    desk: { sheet: { passing: 'nobody', doubts: [{ code: 'taken-back' }, { code: 'for-another-region' }] } },
  });
  expect(await take('recordDoubtfulSheet', number, '电话核实')).toBe('transfer.sheet-taken-back');
  // A corrected one that comes by itself is checked in its place.
  await say(transferId, 4, { ...second, revision: 3, replaces: invalidates });
  expect(await read(number)).toMatchObject({
    desk: {
      sheet: {
        messageId: `msg_${transferId.slice(7)}_4`,
        revision: 3,
        doubts: [{ code: 'for-another-region' }],
      },
    },
  });
  const before = { reason: '电话核实', messageId: invalidates };
  expect(await takeOn('recordDoubtfulSheet', number, before)).toBe('transfer.another-sheet');
  const current = { ...before, messageId: `msg_${transferId.slice(7)}_4` };
  expect(await takeOn('recordDoubtfulSheet', number, { ...current, seen: 1 })).toBe(
    'casework.changed-meanwhile',
  );
  expect(await take('recordDoubtfulSheet', number, '电话核实，转入地应为深圳')).toBe('awaiting-balance');
  const another = { type: 'citizen-id', number: '510101197903033035' };
  const third = { revision: 4, replaces: `msg_${transferId.slice(7)}_4` };
  await say(transferId, 5, { ...third, person: { name: '别人', nameLatin: null, identity: another } });
  expect(await read(number)).toMatchObject({ state: 'awaiting-balance' });
  const asked = { at: gateway.agency.clock.now(), reason: null, after: null, limit: 10 };
  const queue = await listQueue(gateway.agency.database, asked);
  expect(queue).toEqual(
    expect.arrayContaining([expect.objectContaining({ code: 'transfer.another-person', transferId })]),
  );
});
