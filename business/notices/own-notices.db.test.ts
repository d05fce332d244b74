import { expect, test } from 'vitest';
import { ok } from '#basics';
import { anyone, type Caller } from '#business/access/public';
import { inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testOffice, testRandom, testRecord } from '#platform/testing';
import {
  chooseNoticeLanguage,
  forgetNotices,
  readNoticeSettings,
  readNotices,
  readOwnNotices,
} from './own-notices.ts';
import { queueNotice } from './queue-notice.ts';
import type { Addressee } from './store.ts';
import { keptOf, makeOld, putSession } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const seal = makeSeal({ keys: [new Uint8Array(32).fill(7)], random: testRandom(3) });
const clock = testClock('2027-06-01T10:00:00+08:00');
const context = { database: db.app, clock, seal };
const owner = 'psn_told';
const contact = { phoneSealed: seal.seal('13800005678'), emailSealed: null, language: 'zh' } as const;

await testRecord(db, owner);
await testRecord(db, 'psn_other');
const own = await session('a', owner);
const stranger = await session('b', 'psn_other');

test('people read what they were told themselves, where it went and whether it left, and nobody else does', async () => {
  await tell('cas_1.1', 'received', '已受理');
  await tell('cas_1.2', 'heir-told', '继承份额', 'heir');
  await tell('cas_1.3', 'activation-code', '验证码 123456');
  const mine = await read(own);
  expect(mine).toMatchObject({
    unread: 2,
    items: [
      { id: 'ntc_cas_1.3', to: '138****5678', text: expect.not.stringContaining('123456'), unread: true },
      { id: 'ntc_cas_1.1', to: '138****5678', text: '已受理', state: 'waiting', unread: true },
    ],
  });
  const agent: Caller = {
    ...stranger,
    kind: 'agent',
    mandates: [{ ownerIds: [owner], scope: ['record'], caseId: null }],
  };
  const clerk: Caller = {
    ...anyone,
    kind: 'officer',
    id: 'off_clerk',
    roles: ['clerk'],
    token: 'token-clerk',
  };
  for (const caller of [stranger, agent, clerk]) {
    expect(await read(caller)).toEqual({ code: 'notices.not-yours' });
    expect(await mark(caller, ['ntc_cas_1.1'])).not.toEqual({ ok: true, value: null });
    expect((await choose(caller, 'en')).ok).toBe(false);
  }
  expect(await mark(own, ['ntc_cas_1.1', 'ntc_cas_1.2'])).toEqual(ok(null));
  expect(await mark(own, ['ntc_cas_1.1'])).toEqual(ok(null));
  expect(await read(own)).toMatchObject({ unread: 1, items: [{ unread: true }, { unread: false }] });
  expect(await db.app.rows('SELECT notice_id FROM notice_reading')).toEqual([{ notice_id: 'ntc_cas_1.1' }]);
  await expect(
    db.app.rows(
      `INSERT INTO notice_reading (owner_id, notice_id, read_at, login_id) VALUES ($1, 'ntc_cas_1.3', now(), 'usr_x')`,
      [owner],
    ),
  ).rejects.toThrow('permission denied');
});

test('whoever chose a language is told in it from then on', async () => {
  const asked = { caller: own, owner, seal };
  expect(await readNoticeSettings(db.app, asked)).toMatchObject({
    value: { language: 'zh', languageChosen: false, phone: null },
  });
  expect(await choose(own, 'en')).toEqual(ok(null));
  expect(await readNoticeSettings(db.app, asked)).toMatchObject({
    value: { language: 'en', languageChosen: true },
  });
  const chosen = db.app.rows('SELECT choose_notice_language($1, $2, $3, $4)', [
    ...[stranger.token, owner, 'zh', clock.now()],
  ]);
  await expect(chosen).rejects.toThrow();
  await tell('cas_2.1', 'decided', '已决定');
  await tell('cas_2.2', 'heir-told', '继承份额', 'heir');
  expect(await read(own)).toMatchObject({ items: [{ text: 'English', language: 'en' }, {}, {}] });
});

test('nobody marks as read what an heir or a program was told, whatever the program lets through', async () => {
  const marks = 'SELECT read_notices($1, $2, $3, $4) AS n';
  const ids = ['ntc_cas_1.2', 'ntc_cas_2.2'];
  expect(await db.app.row(marks, [own.token, owner, ids, clock.now()])).toEqual({ n: 0 });
  const read = 'SELECT notice_id FROM notice_reading WHERE notice_id = ANY ($1)';
  expect(await db.app.rows(read, [ids])).toEqual([]);
});

test('a code that waits to be handed on keeps its text, and nothing that waits goes for its age', async () => {
  expect(await forgetNotices(context)).toEqual({ codes: 0, notices: 0 });
  expect(await keptOf(db.superuser, owner)).toContainEqual({ id: 'ntc_cas_1.3', hasText: true });
  await makeOld(db.superuser, { ownerId: owner, age: '6 years', state: 'waiting' });
  expect(await forgetNotices(context)).toEqual({ codes: 0, notices: 0 });
  expect(await keptOf(db.superuser, owner)).toHaveLength(5);
});

test('which codes still have a text is found without looking through what is kept for five years', async () => {
  const plan = await inTransaction(db.superuser, async (tx) => {
    await tx.rows('SET LOCAL enable_seqscan = off');
    return ok(
      await tx.rows<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT owner_id, id FROM notice_outbox WHERE kind IN ('activation-code', 'recovery-code')
           AND state <> 'waiting' AND body_sealed IS NOT NULL LIMIT 500`,
      ),
    );
  });
  expect(JSON.stringify(plan)).toContain('notice_outbox_codes');
});

test('codes go once they were handed on and what was told goes after five years, not a day before', async () => {
  await makeOld(db.superuser, { ownerId: owner, age: '1 minute' });
  expect(await forgetNotices(context)).toEqual({ codes: 1, notices: 0 });
  expect(await keptOf(db.superuser, owner)).toContainEqual({ id: 'ntc_cas_1.3', hasText: false });
  await makeOld(db.superuser, { ownerId: owner, age: '5 years -1 day' });
  expect(await forgetNotices(context)).toEqual({ codes: 0, notices: 0 });
  await makeOld(db.superuser, { ownerId: owner, age: '5 years 1 day' });
  expect(await forgetNotices(context)).toEqual({ codes: 0, notices: 5 });
  expect(await keptOf(db.superuser, owner)).toEqual([]);
});

async function session(letter: string, personId: string): Promise<Caller> {
  const login = `usr_${letter.repeat(26)}`;
  const token = await putSession(db.superuser, { login, personId });
  return { ...anyone, kind: 'insured', id: login, roles: ['insured'], personIds: [personId], token };
}

function tell(id: string, kind: string, zh: string, addressee?: Addressee) {
  const notice = { context, ownerId: owner, id, kind, contact, text: { zh, en: 'English' } };
  clock.set(new Date(clock.now().getTime() + 1000).toISOString());
  return inTransaction(db.app, async (tx) =>
    ok(await queueNotice(tx, { ...notice, ...(addressee ? { addressee } : {}) })),
  );
}

async function read(caller: Caller) {
  const told = await readOwnNotices(db.app, { caller, owner, seal, before: null, limit: 20 });
  return told.ok ? told.value : told.refusal;
}

function mark(caller: Caller, ids: readonly string[]) {
  return inTransaction(db.app, (tx) => readNotices(tx, { context, caller, owner, ids }));
}

function choose(caller: Caller, language: 'zh' | 'en') {
  return inTransaction(db.app, (tx) => chooseNoticeLanguage(tx, { context, caller, owner, language }));
}
