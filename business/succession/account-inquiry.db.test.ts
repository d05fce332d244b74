import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { ok, plainDate, type Result } from '#basics';
import { activateLogin, handOverCode, openPersonSession } from '#business/access';
import { type Caller, system } from '#business/access/public';
import { decideFact, standingOf } from '#business/registry';
import { inTransaction, type Tx } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import {
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
  testRandom,
  testRecord,
} from '#platform/testing';
import { askerOf } from './account-inquiry.store.ts';
import { answerInquiry, askForAccount } from './account-inquiry.ts';
import { decideInquiry, type InquiryReview, reviewInquiry, waitingInquiries } from './review-inquiry.ts';

const db = await testDatabase();
await testOffice(db);
const random = testRandom(91);
const seal = makeSeal({ keys: [new Uint8Array(32).fill(9)], random });
const clock = testClock('2026-06-01T10:00:00+08:00');
const deaths: string[] = [];
const onDeath = async (_: Tx, owner: string) => ok(deaths.push(owner));
const context = { ids: testIds(91), random, seal, clock, onDeath };
const officer = (name: string): Caller => ({
  ...system,
  kind: 'officer',
  id: `off_${name}`,
  token: `token-${name}`,
});
const run = <T>(work: (tx: Tx) => Promise<Result<T>>) => inTransaction(db.app, work);

const number = '440304195801250162';
const identity = { kind: 'citizen-id', number } as const;
const asker = { name: '何丽娟', identity: { kind: 'citizen-id', number: '440304196103080113' } } as const;
await testPerson(db, { owner: 'psn_dead', balanceFen: 270_046n, balanceOn: '2025-12-31' });
await db.superuser.rows('INSERT INTO identity_locator (number_hash, owner_id) VALUES ($1, $2)', [
  seal.keyedHash('identity', `citizen-id/CHN/${number}`),
  'psn_dead',
]);

const second = { kind: 'citizen-id', number: '11010519491231002X' } as const;
await testRecord(db, 'psn_second');
await db.superuser.rows('INSERT INTO identity_locator (number_hash, owner_id) VALUES ($1, $2)', [
  seal.keyedHash('identity', `citizen-id/CHN/${second.number}`),
  'psn_second',
]);
const access = {
  ...{ database: db.app, loginDatabase: db.login, clock, ids: context.ids, seal },
  ...{ random: (count: number) => new Uint8Array(randomBytes(count)), mode: 'development' as const },
};

async function ask(
  name = '张三',
  given: typeof identity | { kind: 'citizen-id'; number: string } = identity,
) {
  const done = await run((tx) =>
    askForAccount(tx, context, { deceased: { name, identity: given }, asker, relation: 'spouse' }),
  );
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}
/** Somebody of their own on record, whose death nobody has recorded yet. */
async function another(owner: string, identityNumber: string) {
  await testRecord(db, owner);
  const numberHash = seal.keyedHash('identity', `citizen-id/CHN/${identityNumber}`);
  await db.superuser.rows('INSERT INTO identity_locator (number_hash, owner_id) VALUES ($1, $2)', [
    numberHash,
    owner,
  ]);
  return { kind: 'citizen-id', number: identityNumber } as const;
}
const askAfterSecond = () => ask('张三', second);
const password = 'a sentence that is one’s own';
async function open(shown: { readonly inquiryId: string; readonly secret: string }, loginName: string) {
  const { inquiryId, secret } = shown;
  const given = { by: 'account-inquiry', inquiryId, secret, loginName, password } as const;
  const done = await activateLogin(access, given);
  return done.ok ? 'opened' : done.refusal.code;
}
const review = (
  inquiryId: string,
  entitled = true,
  by = 'clerk',
  more: Pick<InquiryReview, 'identityPaper' | 'diedOn'> = {},
) =>
  run((tx) =>
    reviewInquiry(tx, context, {
      ...{ caller: officer(by), inquiryId, entitled },
      ...{ deathPaper: '死亡证明 7', relationPaper: '结婚证 7', diedOn: plainDate('2026-05-01'), ...more },
    }),
  );
const decide = (inquiryId: string, by = 'reviewer', confirmed = true) =>
  run((tx) => decideInquiry(tx, context, { caller: officer(by), inquiryId, confirmed }));
const answer = (key: { readonly inquiryId: string; readonly secret: string }) =>
  answerInquiry(db.app, context, key);

it('whoever asks gets the same words until two officers have confirmed the death and the relation', async () => {
  const known = await ask();
  const unknown = await ask('无此人', { kind: 'citizen-id', number: '440304196103080113' });
  expect(known.message).toEqual(unknown.message);
  const waiting = await answer(known);
  expect(waiting).toEqual({
    ...{ answered: false, message: known.message, accountExists: null, balanceFen: null },
    login: 'none',
  });
  expect(await answer({ ...known, secret: 'sxq_guess' })).toEqual(waiting);
  expect(await answer({ inquiryId: 'inq_none', secret: known.secret })).toEqual(waiting);
  await review(known.inquiryId, true, 'both');
  expect(await answer(known)).toEqual(waiting);
  expect(await decide(known.inquiryId, 'both')).toMatchObject({
    refusal: { code: 'succession.same-officer' },
  });
  expect(await answer(known)).toEqual(waiting);
  expect(await decide(known.inquiryId, 'clerk')).toMatchObject({ refusal: { code: 'access.role-missing' } });
  expect(await decide(known.inquiryId)).toMatchObject({ ok: true });
  expect(await answer(known)).toMatchObject({ answered: true, accountExists: true, balanceFen: 270_046n });
  expect(await answer({ ...known, secret: 'sxq_guess' })).toEqual(waiting);
  // Typed from a slip of paper, the number with a capital and the secret in small letters and without its hyphens.
  const typed = {
    inquiryId: known.inquiryId.replace('inq', 'Inq'),
    secret: known.secret.toLowerCase().replaceAll('-', ' '),
  };
  expect(await answer(typed)).toMatchObject({ answered: true, balanceFen: 270_046n });
  await review(unknown.inquiryId);
  await decide(unknown.inquiryId);
  expect(await answer(unknown)).toMatchObject({ answered: true, accountExists: false, balanceFen: null });
});

it('an asker whom the papers do not entitle hears nothing else, and an answer is not read for ever', async () => {
  const refused = await ask();
  await review(refused.inquiryId, false);
  await decide(refused.inquiryId);
  expect(await answer(refused)).toMatchObject({ answered: false, accountExists: null });
  expect(await review(refused.inquiryId)).toMatchObject({ refusal: { code: 'succession.inquiry-reviewed' } });
  const old = await ask();
  await review(old.inquiryId);
  await decide(old.inquiryId);
  clock.advance({ days: 31 });
  expect(await answer(old)).toMatchObject({ answered: false });
});

it('who died and who asks lie sealed, and officers see numbers masked', async () => {
  await ask();
  const rows = await db.app.rows('SELECT * FROM account_inquiry');
  expect(JSON.stringify(rows)).not.toContain('何丽娟');
  const [one] = await waitingInquiries(db.app, context, { after: null, limit: 10 });
  expect(one).toMatchObject({
    deceasedName: '张三',
    deceasedNumber: '440***********0162',
    relation: 'spouse',
  });
  expect(JSON.stringify(one)).not.toContain(number);
});

it('a question that is sent twice because a connection dropped is one question', async () => {
  const secret = `sxq_${'a'.repeat(27)}`;
  const once = () =>
    run((tx) =>
      askForAccount(tx, context, { deceased: { name: '张三', identity }, asker, relation: 'child', secret }),
    );
  const [first, again] = [await once(), await once()];
  expect(first).toMatchObject({ ok: true, value: { secret } });
  expect(again).toEqual(first);
  // With another question it is not answered as the first one: the first stands, and the second is not taken in.
  const before = await db.app.rows('SELECT * FROM account_inquiry');
  for (const other of [{ relation: 'spouse' as const }, { asker: { ...asker, name: '何丽' } }])
    expect(
      await run((tx) =>
        askForAccount(tx, context, {
          ...{ deceased: { name: '张三', identity }, asker, relation: 'child', secret },
          ...other,
        }),
      ),
    ).toMatchObject({ refusal: { code: 'succession.inquiry-secret-used' } });
  expect(await db.app.rows('SELECT * FROM account_inquiry')).toEqual(before);
});

it('what two officers found of the death and the relation stands on the record, and only then', async () => {
  const before = await standingOf(db.app, 'psn_second');
  expect([before.died, before.succession]).toEqual([undefined, undefined]);
  const rejected = await askAfterSecond();
  const proven = { diedOn: plainDate('2026-05-01'), identityPaper: '身份证 7' };
  await review(rejected.inquiryId, true, 'clerk', proven);
  await decide(rejected.inquiryId, 'reviewer', false);
  expect(await open(rejected, 'not.confirmed')).toBe('access.inquiry-not-open');
  expect((await standingOf(db.app, 'psn_second')).succession).toBeUndefined();
  const shown = await askAfterSecond();
  await review(shown.inquiryId, true, 'clerk', proven);
  expect((await standingOf(db.app, 'psn_second')).died).toBeUndefined();
  expect(await decide(shown.inquiryId)).toMatchObject({ ok: true });
  const after = await standingOf(db.app, 'psn_second');
  expect([after.died?.on, after.succession?.established]).toEqual(['2026-05-01', true]);
  expect(deaths).toEqual(['psn_dead', 'psn_second']);
});

it('a relative whom two officers confirmed and identified opens a login of their own as a successor, once', async () => {
  const identified = { identityPaper: '身份证 8' };
  const asked = await askAfterSecond();
  expect(await open(asked, 'he.lijuan')).toBe('access.inquiry-not-open');
  await review(asked.inquiryId, true, 'clerk', identified);
  expect(await open(asked, 'he.lijuan')).toBe('access.inquiry-not-open');
  await decide(asked.inquiryId);
  expect(await open({ ...asked, secret: 'sxq_guess' }, 'he.lijuan')).toBe('access.inquiry-not-open');
  expect(await answer(asked)).toMatchObject({ login: 'open' });
  expect(await open(asked, 'he.lijuan')).toBe('opened');
  expect(await answer(asked)).toMatchObject({ login: 'used' });
  expect(await open(asked, 'somebody.else')).toBe('access.inquiry-used');
  const session = await openPersonSession(access, { loginName: 'he.lijuan', password });
  expect(session).toMatchObject({ ok: true });
  const links = await db.app.rows('SELECT person_id, capacity, proof, reference FROM login_person');
  expect(links).toEqual([
    ...[
      {
        person_id: 'psn_second',
        capacity: 'successor',
        proof: 'account-inquiry',
        reference: asked.inquiryId,
      },
    ],
  ]);
  // The same login takes in another person who died; nobody opens one with papers under which nobody was identified.
  const login = await db.app.row<{ id: string }>('SELECT owner_id AS id FROM login_person');
  const take = ({ inquiryId, secret }: { readonly inquiryId: string; readonly secret: string }) =>
    db.login.rows('SELECT open_login_by_inquiry($1, $2, $3, $4)', [
      inquiryId,
      secret,
      login?.id,
      clock.now(),
    ]);
  const other = await ask();
  await review(other.inquiryId);
  await decide(other.inquiryId);
  expect(await answer(other)).toMatchObject({ answered: true, login: 'none' });
  await expect(take(other)).rejects.toThrow('access.inquiry-not-open');
  // Identified, and the death counts: but the second officer did not confirm it.
  const doubted = await ask();
  await review(doubted.inquiryId, true, 'clerk', identified);
  await decide(doubted.inquiryId, 'reviewer', false);
  await expect(take(doubted)).rejects.toThrow('access.inquiry-not-open');
  const third = await ask();
  await review(third.inquiryId, true, 'clerk', identified);
  await decide(third.inquiryId);
  await take(third);
  const both = await db.app.rows<{ person_id: string }>(
    'SELECT person_id FROM login_person ORDER BY person_id',
  );
  expect(both.map(({ person_id }) => person_id)).toEqual(['psn_dead', 'psn_second']);
  const late = await ask();
  await review(late.inquiryId, true, 'clerk', identified);
  await decide(late.inquiryId);
  clock.advance({ days: 31 });
  expect(await open(late, 'too.late')).toBe('access.inquiry-not-open');
});

it('nobody writes that a question opened a login, and the program that answers opens none', async () => {
  const typed = (sql: string, as: 'app' | 'login') =>
    db[as].rows(sql).then(
      () => 'it went through',
      (error: Error) => error.message,
    );
  const written = `INSERT INTO account_inquiry_login VALUES ('inq_1', 'usr_1', now())`;
  expect(await typed(written, 'app')).toContain('permission denied');
  expect(await typed(written, 'login')).toContain('permission denied');
  const opening = `SELECT open_login_by_inquiry('inq_1', 'x', 'usr_1', now())`;
  expect(await typed(opening, 'app')).toContain('permission denied');
});

it('a login that gains a person anew has the proof of this time and the name that an officer saw, and nothing of the one before', async () => {
  const shown = await ask();
  await review(shown.inquiryId, true, 'clerk', { identityPaper: '身份证 11' });
  await decide(shown.inquiryId);
  const login = `usr_${'7'.repeat(26)}`;
  await db.superuser.rows(
    `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at) VALUES ($1, '', '', now(), now())`,
    [login],
  );
  await db.superuser.rows(
    `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at, ended_at)
     VALUES ($1, 'psn_dead', 'successor', 'window', '户口簿 1', '2020-01-01', '2020-02-01')`,
    [login],
  );
  await db.superuser.rows(`SELECT keep_holder($1, 'psn_dead', '某人', 'window', 'off_clerk', '2020-01-01')`, [
    login,
  ]);
  const { inquiryId, secret } = shown;
  await db.login.rows('SELECT open_login_by_inquiry($1, $2, $3, $4)', [
    inquiryId,
    secret,
    login,
    clock.now(),
  ]);
  expect(
    await db.app.rows(
      `SELECT proof, reference, since_at > '2021-01-01' AS anew, ended_at FROM login_person WHERE owner_id = $1`,
      [login],
    ),
  ).toEqual([{ proof: 'account-inquiry', reference: inquiryId, anew: true, ended_at: null }]);
  const holder = await db.superuser.rows(
    `SELECT name, identity_kind AS kind, identity_tail AS tail, proof, officer_id FROM login_holder
      WHERE owner_id = $1 ORDER BY seq DESC LIMIT 1`,
    [login],
  );
  const document = { kind: asker.identity.kind, tail: asker.identity.number.slice(-4) };
  expect(holder).toEqual([
    { name: asker.name, ...document, proof: 'account-inquiry', officer_id: 'off_clerk' },
  ]);
  // Nobody asks them again what two officers confirmed, and it is told for this person alone.
  const of = { loginId: login, personId: 'psn_dead' };
  expect(await askerOf(db.app, of)).toEqual({
    ...{ name: asker.name, relation: 'spouse' },
    confirmedAt: expect.any(Date),
  });
  expect(await askerOf(db.app, { ...of, personId: 'psn_other' })).toBeNull();
  expect(await askerOf(db.app, { ...of, loginId: 'usr_other' })).toBeNull();
  // A code from the window without a name leaves nobody known; with one, that name.
  for (const holderName of [null, '何丽']) {
    const wish = { personId: 'psn_dead', capacity: 'successor', paperReference: '户口簿 2', loginId: null };
    const handed = await handOverCode(access, officer('clerk'), {
      ...wish,
      holderName,
      capacity: 'successor',
    });
    expect(handed).toMatchObject({ ok: true });
    const used = await db.login.row<{ hash: Uint8Array }>(
      `UPDATE activation_code SET used_at = now(), used_by = $1 WHERE used_at IS NULL AND person_id = 'psn_dead'
       RETURNING code_hash AS hash`,
      [login],
    );
    await db.login.rows('SELECT keep_holder_of_code($1, $2)', [used?.hash, login]);
    expect(
      await db.superuser.rows('SELECT name FROM login_holder WHERE owner_id = $1 ORDER BY seq DESC LIMIT 1', [
        login,
      ]),
    ).toEqual([{ name: holderName }]);
  }
});

it('which names are taken is told to nobody without a question that two officers confirmed', async () => {
  expect(await open({ inquiryId: 'inq_none', secret: 'sxq_guess' }, 'he.lijuan')).toBe(
    'access.inquiry-not-open',
  );
  const asked = await askAfterSecond();
  await review(asked.inquiryId, true, 'clerk', { identityPaper: '身份证 9' });
  await decide(asked.inquiryId);
  expect(await open(asked, 'he.lijuan')).toBe('access.login-name-taken');
  expect(await open(asked, 'he.lijuan.2')).toBe('opened');
});

it('no login is opened for somebody whose death does not count, whatever two officers said of the papers', async () => {
  const third = await another('psn_third', '440304195801250170');
  const identityPaper = '身份证 10';
  const asked = await ask('张三', third);
  const undated = await review(asked.inquiryId, true, 'clerk', { identityPaper, diedOn: null });
  expect(undated).toMatchObject({
    refusal: { code: 'succession.wrong', problems: [{ path: 'diedOn' }] },
  });
  expect(await review(asked.inquiryId, true, 'clerk', { identityPaper })).toMatchObject({ ok: true });
  const died = await db.app.row<{ id: string }>(
    `SELECT id FROM record_entry WHERE owner_id = 'psn_third' AND kind = 'died'`,
  );
  const decision = { personId: 'psn_third', factId: died?.id ?? '', confirmed: false, reason: '证明是假的' };
  const rejected = await run((tx) => decideFact(tx, { context, caller: officer('reviewer'), decision }));
  expect(rejected).toMatchObject({ ok: true });
  expect(await decide(asked.inquiryId)).toMatchObject({ ok: true });
  expect((await standingOf(db.app, 'psn_third')).died).toBeUndefined();
  expect(await answer(asked)).toMatchObject({ answered: true, login: 'none' });
  expect(await open(asked, 'of.the.living')).toBe('access.inquiry-not-open');
  // Nobody who has a login takes them in by it, either.
  const taken = db.login.rows(`SELECT open_login_by_inquiry($1, $2, 'usr_1', $3)`, [
    ...[asked.inquiryId, asked.secret, clock.now()],
  ]);
  await expect(taken).rejects.toThrow('access.inquiry-not-open');
  // Somebody who is not entitled needs no day.
  const other = await ask('张三', third);
  expect(await review(other.inquiryId, false, 'clerk', { diedOn: null })).toMatchObject({ ok: true });
  // Where the person has another record on which the death counts, it counts.
  await db.superuser.rows(`INSERT INTO person_link VALUES ('psn_second', 'mrg_test', 'psn_third', now())`);
  expect(await answer(asked)).toMatchObject({ login: 'open' });
  expect(await open(asked, 'of.the.dead')).toBe('opened');
});

it('who asks after the account was paid out and closed is told that there was one, and when it was closed', async () => {
  const late = await another('psn_late', '440304195203070129');
  await db.superuser.rows(
    `INSERT INTO personal_account (owner_id, opened_on, closed_on, balance_fen, version) VALUES ('psn_late', '2020-01-01', '2026-05-20', 0, 1)`,
  );
  const asked = await ask('张三', late);
  await review(asked.inquiryId);
  await decide(asked.inquiryId);
  const { message, ...told } = await answer(asked);
  expect(told).toMatchObject({ answered: true, accountExists: false, balanceFen: null });
  // It may not have left yet, so that nobody is told that it has.
  expect(message.en).toMatch(/closed on 2026-05-20: its balance goes to the heirs.*tell us at a window/);
});
