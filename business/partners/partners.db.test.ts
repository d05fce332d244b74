import { beforeAll, expect, test } from 'vitest';
import { shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { newSigningKey, signerAt } from '#platform/signing';
import {
  type TestDatabase,
  testAttempt,
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testRandom,
} from '#platform/testing';
import { askPartnerChange, decidePartnerChange, type WishedChange } from './change-directory.ts';
import type { PartnersContext } from './context.ts';
import { addressOfPartner, everyKeyOf, partnerSpeaking, placesOn } from './directory.ts';
import { listPartners, showPartner } from './show-partner.ts';
import { changesOf } from './store.ts';
import { accountsInClear, testAdministrators } from './testing.store.ts';

const clock = testClock('2026-11-29T11:00:00+08:00');
const seal = makeSeal({ keys: [testRandom(1)(32)], random: testRandom(2) });
let db: TestDatabase;
let context: PartnersContext;
let tokens: readonly [string, string];

beforeAll(async () => {
  db = await testDatabase();
  await testOffice(db);
  tokens = await testAdministrators(db);
  context = { database: db.app, clock, ids: testIds(3), seal, region: '440300', reach: { loopback: false } };
});

const profile = {
  kind: 'profile',
  effectiveOn: '2026-11-01',
  nameZh: '成都市医疗保障局',
  nameEn: 'Chengdu Healthcare Security Administration',
  gateway: 'https://gateway.chengdu.example/',
  acceptsBalances: true,
  versions: ['1'],
  account: {
    holder: '成都市医疗保险基金',
    bankName: '示例银行',
    bankCode: '102651000000',
    accountNumber: '5105550000001234',
  },
} as unknown as WishedChange & { kind: 'profile' }; // its day is a plain date

const caller = (token: string) => ({ kind: 'officer', token }) as unknown as Caller; // the rest is nobody's question here

async function ask(change: WishedChange, { region = '510100', by = 0 } = {}) {
  const asking = { context, caller: caller(tokens[by] ?? '') };
  return inTransaction(db.app, (tx) =>
    askPartnerChange(tx, asking, { region, reason: '川医保函〔2026〕1号', change }),
  );
}

async function decide(changeId: string, { agreed = true, by = 1 } = {}) {
  const asking = { context, caller: caller(tokens[by] ?? '') };
  return inTransaction(db.app, (tx) => decidePartnerChange(tx, asking, { changeId, agreed }));
}

/** Asked for by one, agreed to by another. */
async function change(wished: WishedChange, agreed = true): Promise<void> {
  const asked = await ask(wished);
  if (!asked.ok) throw new Error(asked.refusal.code);
  clock.advance({ seconds: 1 });
  const decided = await decide(asked.value.changeId, { agreed });
  if (!decided.ok) throw new Error(decided.refusal.code);
  clock.advance({ seconds: 1 });
}

const speaking = () => partnerSpeaking(db.gateway, { region: '510100', at: clock.now() });

test('an agency counts once a second administrator has agreed, from its day on; later entries replace earlier ones', async () => {
  const asked = await ask(profile);
  const changeId = asked.ok ? asked.value.changeId : '';
  expect(await speaking()).toBeNull();
  expect(await decide(changeId, { by: 0 })).toMatchObject({ refusal: { code: 'partners.by-two' } });
  expect(await decide(changeId)).toMatchObject({ ok: true });
  expect(await decide(changeId)).toMatchObject({ refusal: { code: 'partners.no-open-change' } });
  expect(await speaking()).toMatchObject({ region: '510100', suspended: false });
  await change({ ...profile, effectiveOn: '2026-12-01' as never, acceptsBalances: false, gateway: null });
  const address = () => addressOfPartner(db.app, { region: '510100', at: clock.now() });
  expect(await address()).toMatchObject({ gateway: 'https://gateway.chengdu.example/' });
  clock.advance({ days: 3 });
  expect(await address()).toMatchObject({ gateway: null });
});

test('a rotated key believes only what it signed in its time, and an ended one nothing that comes in', async () => {
  const [old, young] = [
    newSigningKey({ from: new Date('2026-01-01Z'), until: new Date('2026-12-01Z') }),
    newSigningKey({ from: new Date('2026-11-30Z'), until: new Date('2027-12-01Z') }),
  ];
  for (const { d: _, ...key } of [old, young]) await change({ kind: 'key', key });
  const bytes = Buffer.from('x');
  const checkedBy = async (key: typeof old, at: string) => {
    const signer = signerAt([key], new Date(key.nbf * 1000));
    const signature = signer.ok ? signer.value.sign(bytes) : bytes;
    const signed = { kid: key.kid, alg: key.alg, at: new Date(at), bytes, signature };
    return [(await speaking())?.verifier.check(signed), (await everyKeyOf(db.app, '510100'))?.check(signed)];
  };
  expect(await checkedBy(old, '2026-11-30T12:00:00Z')).toEqual(['good', 'good']);
  expect(await checkedBy(old, '2026-12-01T12:00:00Z')).toEqual(['outside-validity', 'outside-validity']);
  expect(await checkedBy(young, '2026-12-01T12:00:00Z')).toEqual(['good', 'good']);
  const ended = await ask({ kind: 'key-end', kid: old.kid });
  expect(await checkedBy(old, '2026-11-30T12:00:00Z')).toEqual(['unknown-key', 'good']);
  await decide(ended.ok ? ended.value.changeId : '', { agreed: false });
  expect(await checkedBy(old, '2026-11-30T12:00:00Z')).toEqual(['good', 'good']);
});

test('a suspension counts at once and is told with its reason; only two open the door again', async () => {
  const suspended = await ask({ kind: 'suspend' });
  expect(await speaking()).toMatchObject({ suspended: true });
  await decide(suspended.ok ? suspended.value.changeId : '');
  clock.advance({ seconds: 1 });
  const resumed = await ask({ kind: 'resume' });
  expect(await speaking()).toMatchObject({ suspended: true });
  expect(await showPartner(db.app, { context, region: '510100' })).toMatchObject({
    value: { suspendedFor: '川医保函〔2026〕1号' },
  });
  await decide(resumed.ok ? resumed.value.changeId : '');
  expect(await speaking()).toMatchObject({ suspended: false });
});

test('what cannot be right is refused: itself, an open address, a key under another name', async () => {
  expect(await ask(profile, { region: '440300' })).toMatchObject({
    refusal: { code: 'partners.own-region' },
  });
  for (const gateway of [
    'http://chengdu.example/',
    'https://u:p@chengdu.example/',
    'https://c.example/?x',
    'x',
  ])
    expect(await ask({ ...profile, gateway })).toMatchObject({ refusal: { code: 'partners.bad-gateway' } });
  const { d: _, ...key } = newSigningKey({ from: new Date('2026-01-01Z'), until: new Date('2027-01-01Z') });
  const other = newSigningKey({ from: new Date('2026-01-01Z'), until: new Date('2027-01-01Z') });
  expect(await ask({ kind: 'key', key: { ...key, kid: other.kid } })).toMatchObject({
    refusal: { code: 'partners.bad-key' },
  });
  expect(await ask({ kind: 'key-end', kid: other.kid })).toMatchObject({
    refusal: { code: 'partners.no-such-key' },
  });
  expect(await showPartner(db.app, { context, region: '110000' })).toMatchObject({
    refusal: { code: 'partners.no-such-partner' },
  });
});

test('the directory shows an account by its last digits, keeps it sealed, and nobody writes it by hand', async () => {
  clock.set('2026-11-29T12:00:00+08:00');
  const [partner] = await listPartners(db.app, { context, after: '', limit: 10 });
  expect(partner?.account?.accountNumber).toBe('****1234');
  expect(await accountsInClear(db)).not.toMatch(/5105550000001234|示例银行/);
  const all = await changesOf(db.app, { region: null, open: false, before: null, limit: 100 });
  expect(all.every(({ askedBy, decidedBy }) => askedBy !== decidedBy)).toBe(true);
  for (const sql of [
    'INSERT INTO partner_change SELECT * FROM partner_change',
    'UPDATE partner_change SET agreed = true',
  ])
    expect((await testAttempt(db, sql)).outcome).toMatch(/^permission denied/);
});

test('whoever chooses where to go is told of every agency what it is called and how it transfers, and nothing of its account or keys', async () => {
  const on = shanghaiDate(clock.now());
  const places = await placesOn(db.app, { on, after: '', limit: 10 });
  const shown = ['name', 'onPaper', 'region', 'suspended', 'takesBalances'];
  expect(places.map((place) => Object.keys(place).sort())).toEqual(places.map(() => shown));
  const chengdu = places.find(({ region }) => region === '510100');
  expect(chengdu?.name).toEqual({ zh: profile.nameZh, en: profile.nameEn });
});
