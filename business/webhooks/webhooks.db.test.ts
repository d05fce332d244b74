import { createHmac, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Caller } from '#business/access/public';
import { makeSeal } from '#platform/seal';
import { testAttempt, testDatabase, testIds, testOffice, testRecord } from '#platform/testing';
import { deliverWebhooks } from './deliver-webhooks.ts';
import {
  listDeliveries,
  listWebhooks,
  replay,
  rotateSecret,
  subscribe,
  switchWebhook,
} from './manage-webhooks.ts';
import {
  addKey,
  allEnded,
  appendStep,
  failingFor,
  makeAllDue,
  noticesTo,
  openCase,
  sealedTexts,
} from './testing.store.ts';
import { waits } from './webhook.ts';

interface Taken {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const nothing: Taken = { headers: {}, body: '' };

/** The other program: keeps what it is sent, and answers as the test says. */
let status = 204;
const taken: Taken[] = [];
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (piece: Buffer) => {
    body += piece.toString('utf8');
  });
  request.on('end', () => {
    taken.push({ headers: request.headers, body });
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
  });
});
beforeAll(() => new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => receiver.close(() => resolve())));

const db = await testDatabase();
await testOffice(db);
const ofCase = { owner: 'psn_hook', caseId: 'cas_hook' };
await testRecord(db, ofCase.owner);
await openCase(db, ofCase);
await addKey(db, { id: 'key_hook', token: 'sxk_hook', scopes: ['webhooks'] });
await addKey(db, { id: 'key_other', token: 'sxk_other', scopes: ['webhooks'] });
await addKey(db, { id: 'key_narrow', token: 'sxk_narrow', scopes: ['payments'] });
const seal = makeSeal({ keys: [new Uint8Array(32).fill(7)], random: (count) => randomBytes(count) });
const context = {
  ...{ database: db.app, seal, ids: testIds(81), random: (count: number) => randomBytes(count) },
  reach: { loopback: true, networks: [] },
};
const asking = (token: string) => ({ context, caller: integrator(token) });
/** A round, once what was written before has ended for everybody. */
async function round() {
  await ended();
  return deliverWebhooks(context, { limit: 100 });
}
const ended = () =>
  vi.waitFor(async () => expect(await allEnded(db)).toBe(true), { timeout: 20_000, interval: 20 });
const hook = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`; // it listens on TCP

function integrator(token: string): Caller {
  const id = token.replace('sxk_', 'key_');
  return { kind: 'integrator', id, roles: ['integrator'], officeId: null, personIds: [], token };
}

async function subscribed(events: readonly string[] = ['*'], contact: string | null = null) {
  await round(); // what happened before is nobody's
  const made = await subscribe(asking('sxk_hook'), { url: hook(), events, contact });
  if (!made.ok) throw new Error(made.refusal.code);
  taken.length = 0;
  status = 204;
  return { ...made.value, end: () => switchWebhook(asking('sxk_hook'), made.value.id, 'ended') };
}

test('a step is told once, signed so that only the holder of the secret could have signed it, with nothing of the person', async () => {
  const { secret, end } = await subscribed();
  await appendStep(db, { ...ofCase, action: 'submit' });
  expect(await round()).toEqual({ delivered: 1, failed: 0, disabled: [] });
  expect(await round()).toEqual({ delivered: 0, failed: 0, disabled: [] });
  const [message] = taken;
  const { headers, body } = message ?? nothing;
  const id = String(headers['webhook-id']);
  const signed = `${id}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  expect(headers['webhook-signature']).toBe(
    `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
  );
  const { type, data } = JSON.parse(body);
  expect(type).toBe('withdrawal.submit');
  expect(Object.keys(data).sort()).toEqual([
    'action',
    'caseNumber',
    'fromState',
    'process',
    'sequence',
    'step',
    'toState',
  ]);
  expect(body).not.toMatch(/psn_|张/);
  await end();
});

test('only the steps that were asked for are told, numbered without a gap, in their order', async () => {
  const { end } = await subscribed(['withdrawal.take-up', 'life-event.*']);
  for (const action of ['submit', 'take-up', 'provide-material', 'take-up'])
    await appendStep(db, { ...ofCase, action });
  await round();
  expect(taken.map(({ body }) => [JSON.parse(body).type, JSON.parse(body).data.sequence])).toEqual([
    ['withdrawal.take-up', '1'],
    ['withdrawal.take-up', '2'],
  ]);
  await end();
});

test('eight workers at once tell each step once', async () => {
  const { end } = await subscribed();
  for (let at = 0; at < 5; at += 1) await appendStep(db, { ...ofCase, action: 'provide-material' });
  await Promise.all(Array.from({ length: 8 }, round));
  expect(taken).toHaveLength(5);
  expect(new Set(taken.map(({ headers }) => headers['webhook-id'])).size).toBe(5);
  await end();
});

test('a step that is not taken is tried after growing waits, given up in sight, and told again when it is asked for', async () => {
  const { id, end } = await subscribed();
  status = 302; // somewhere else is not followed
  await appendStep(db, { ...ofCase, action: 'propose-approval' });
  for (const _wait of waits) {
    expect(await round()).toMatchObject({ delivered: 0, failed: 1 });
    expect(await round()).toMatchObject({ failed: 0 });
    await makeAllDue(db);
  }
  expect(await round()).toMatchObject({ delivered: 0, failed: 0 });
  const listed = await listDeliveries(db.app, integrator('sxk_hook'), {
    id,
    state: 'failed',
    before: null,
    limit: 10,
  });
  expect(listed).toMatchObject({ value: [{ result: '302', attempts: waits.length, sequence: 1n }] });
  status = 200;
  expect(await replay(asking('sxk_other'), { id, from: 1n, to: null })).toMatchObject({
    refusal: { code: 'webhooks.no-such-webhook' },
  });
  expect(await replay(asking('sxk_hook'), { id, from: 1n, to: null })).toEqual({
    ok: true,
    value: { again: '1' },
  });
  expect(await round()).toMatchObject({ delivered: 1 });
  // The same message, so that the receiver can tell that it had it.
  expect(new Set(taken.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  await end();
});

test('who takes nothing is asked three times in a round and no more, so that others do not wait', async () => {
  const { end } = await subscribed();
  status = 503;
  for (let at = 0; at < 5; at += 1) await appendStep(db, { ...ofCase, action: 'provide-material' });
  expect(await round()).toMatchObject({ delivered: 0, failed: 3 });
  expect(taken).toHaveLength(3);
  await end();
});

test('after a rotation both secrets sign for a day, so that nothing is missed', async () => {
  const { id, secret, end } = await subscribed();
  const rotated = await rotateSecret(asking('sxk_hook'), id);
  const young = rotated.ok ? rotated.value.secret : '';
  expect(young).not.toBe(secret);
  await appendStep(db, { ...ofCase, action: 'approve' });
  await round();
  const { headers, body } = taken[0] ?? nothing;
  const signatures = [young, secret].map((each) =>
    createHmac('sha256', Buffer.from(each.replace('whsec_', ''), 'base64'))
      .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
      .digest('base64'),
  );
  expect(headers['webhook-signature']).toBe(signatures.map((each) => `v1,${each}`).join(' '));
  await end();
});

test('who takes nothing for three days, or says that it is gone, is switched off and hears of it; then it can be switched on', async () => {
  const { id, end } = await subscribed(['*'], 'ops@partner.example');
  status = 500;
  await appendStep(db, { ...ofCase, action: 'settle' });
  expect(await round()).toMatchObject({ disabled: [] });
  await failingFor(db, { id, hours: 73 });
  await makeAllDue(db);
  expect(await round()).toMatchObject({ disabled: [id] });
  expect(await noticesTo(db, id)).toEqual(['webhook-disabled']);
  await makeAllDue(db);
  expect(await round()).toEqual({ delivered: 0, failed: 0, disabled: [] });
  status = 200;
  expect(await switchWebhook(asking('sxk_other'), id, 'active')).toMatchObject({
    refusal: { code: 'webhooks.no-such-webhook' },
  });
  expect(await switchWebhook(asking('sxk_hook'), id, 'active')).toEqual({ ok: true, value: true });
  expect(await round()).toMatchObject({ delivered: 1 });
  status = 410;
  await appendStep(db, { ...ofCase, action: 'send-to-bank' });
  expect(await round()).toMatchObject({ disabled: [id] });
  await end();
});

test('a name that moves to a private address after it was subscribed is not called', async () => {
  const outside = { ...context, reach: { loopback: false, networks: [] } };
  const url = 'https://moves.example/hook';
  const resolve = async () => [{ address: '1.1.1.1', family: 4 }];
  const made = await subscribe(
    { ...asking('sxk_hook'), context: outside },
    { url, events: ['*'], contact: null },
    resolve,
  );
  const id = made.ok ? made.value.id : '';
  taken.length = 0;
  await appendStep(db, { ...ofCase, action: 'return-payment' });
  const moved = async () => [{ address: '127.0.0.1', family: 4 }];
  await ended();
  expect(await deliverWebhooks(outside, { limit: 10, resolve: moved })).toMatchObject({
    delivered: 0,
    failed: 1,
  });
  const listed = await listDeliveries(db.app, integrator('sxk_hook'), {
    id,
    state: null,
    before: null,
    limit: 1,
  });
  expect(listed).toMatchObject({ value: [{ result: 'webhooks.private-address' }] });
  await switchWebhook(asking('sxk_hook'), id, 'ended');
});

test('a key without the scope subscribes to nothing, and each sees its own webhooks alone', async () => {
  const wish = { url: hook(), events: ['*'], contact: null };
  expect(await subscribe(asking('sxk_hook'), { ...wish, events: ["*'; --"] })).toMatchObject({
    refusal: { code: 'webhooks.bad-events' },
  });
  expect(await subscribe(asking('sxk_narrow'), wish)).toMatchObject({
    refusal: { code: 'access.no-session' },
  });
  const { id, end } = await subscribed();
  const seenBy = async (token: string) =>
    (await listWebhooks(db.app, asking(token), { after: '', limit: 100 })).map((webhook) => webhook.id);
  expect(await seenBy('sxk_hook')).toContain(id);
  expect(await seenBy('sxk_other')).toEqual([]);
  const strangers = await listDeliveries(db.app, integrator('sxk_other'), {
    id,
    state: null,
    before: null,
    limit: 1,
  });
  expect(strangers).toMatchObject({ refusal: { code: 'webhooks.no-such-webhook' } });
  await end();
});

test('nobody makes a subscription or a delivery by hand, and no address or secret lies in the open', async () => {
  const { secret, end } = await subscribed();
  for (const sql of [
    `INSERT INTO webhook_subscription SELECT * FROM webhook_subscription`,
    `UPDATE webhook_subscription SET url_sealed = 'x'`,
    `INSERT INTO webhook_delivery SELECT * FROM webhook_delivery`,
    `UPDATE webhook_horizon SET below_xid = 0`,
    `SELECT webhook_holder('sxk_hook')`,
  ])
    expect((await testAttempt(db, sql)).outcome).toMatch(/^permission denied/);
  const texts = await sealedTexts(db);
  expect(texts).not.toContain(secret);
  expect(texts).not.toContain('127.0.0.1');
  await end();
});
