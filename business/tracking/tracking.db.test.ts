import { expect, it } from 'vitest';
import { ok, type PlainDate, plainDate } from '#basics';
import { anyone, type Caller } from '#business/access/public';
import { withdrawalProcess } from '#business/withdrawal/public';
import { act, type CaseFile, makeCaseNumber, openCase, trackingCodeOf } from '#engines/casework';
import { holidays } from '#law';
import { workingCalendar } from '#platform/calendar';
import { inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import {
  testClock,
  testDatabase,
  testGuessing,
  testIds,
  testOffice,
  testRandom,
  testRecord,
} from '#platform/testing';
import { casesOfPerson, placeOfCase } from './cases-of-person.ts';
import { budgetHash, type Factor, trackCase } from './track-case.ts';

const db = await testDatabase();
await testOffice(db);
const clock = testClock('2026-06-01T10:00:00+08:00');
const random = testRandom(91);
const ids = testIds(91);
const former = new Uint8Array(32).fill(6);
const seal = makeSeal({ keys: [former], random });
const calendar = workingCalendar(holidays);
const days = { add: calendar.deadline, between: calendar.workingDaysBetween };
const processes = { [withdrawalProcess.id]: withdrawalProcess };
const context = { database: db.app, seal, clock, workingDays: days, processes, guessing: testGuessing };
await testRecord(db, 'psn_a'); // 张三, born on 1960-01-01
await db.superuser.rows(
  `INSERT INTO identity_document (owner_id, id, number_hash, kind, issuer, number_sealed, number_tail, recorded_at)
   VALUES ('psn_a', 'doc_1', sha256('x'), 'passport', 'CAN', $1, '12', now())`,
  [seal.seal('GA778812')],
);

it('whoever has the receipt is told where the case is, whose move it is, and which papers are asked for', async () => {
  const file = await applied();
  const code = trackingCodeOf(seal, file);
  expect(await track(file.number, { by: 'code', code })).toEqual(
    ok({
      number: file.number,
      procedure: withdrawalProcess.name,
      state: { zh: '已受理', en: 'Received' },
      waitingFor: 'agency',
      waitingName: { zh: '经办机构', en: 'the agency' },
      since: '2026-06-01',
      receivedOn: '2026-06-01',
      dueOn: '2026-06-15',
      dueProvisional: false,
      workingDay: 0,
      workingDays: 10,
      over: false,
      asked: null,
      papers: [],
    }),
  );
  clock.advance({ days: 1 });
  expect(await track(file.number, { by: 'code', code })).toMatchObject({ value: { workingDay: 1 } });
  clock.advance({ days: 21 });
  expect(await track(file.number, { by: 'code', code })).toMatchObject({ value: { workingDay: 15 } });
  clock.advance({ days: -21 });
  await step(file, 'take-up');
  await step(file, 'request-materials', ['death-certificate', 'application-form']);
  const typed = code.toLowerCase().replace('-', ' ');
  expect(await track(` ${file.number.toLowerCase()} `, { by: 'code', code: typed })).toMatchObject({
    value: {
      waitingFor: 'applicant',
      since: '2026-06-02',
      dueOn: null,
      workingDay: null,
      asked: expect.objectContaining({ zh: expect.stringMatching('请补交') }),
      papers: [expect.anything(), expect.objectContaining({ en: expect.stringMatching('Application form') })],
    },
  });
});

it('whoever knows the document’s last four characters and the birthday is told, and nothing of the person', async () => {
  const file = await applied();
  const told = await track(file.number, document('8812', '1960-01-01'));
  expect(told).toMatchObject({ ok: true });
  expect(JSON.stringify(told)).not.toMatch(/张三|psn_|8812|off_|1960/);
});

it('a wrong number and a wrong factor get the same answer, and count alike', async () => {
  const file = await applied();
  const nobody = makeCaseNumber({ prefix: 'SZ', on: plainDate('2026-06-01'), random });
  const refused = { ok: false, refusal: { code: 'tracking.not-told' } };
  const answers = [
    await track(file.number, { by: 'code', code: 'AAAA-AAAA' }),
    await track(file.number, document('8812', '1960-01-02')),
    await track(file.number, document('12', '1960-01-01')),
    await track(nobody, document('8812', '1960-01-01')),
    await track('no number', { by: 'code', code: 'AAAA-AAAA' }),
  ];
  expect(answers).toEqual(answers.map(() => refused));
  const counted = await db.superuser.rows<{ tries: number }>(
    'SELECT tries FROM tracking_try WHERE number_hash = ANY ($1) ORDER BY tries',
    [[file.number, nobody].map(triedFrom())],
  );
  expect(counted).toEqual([{ tries: 1 }, { tries: 3 }]);
});

it('five wrong tries lock out the address that made them, also for the right code, and each lock lasts longer', async () => {
  const file = await applied();
  const code = trackingCodeOf(seal, file);
  const right = (from?: string) => track(file.number, { by: 'code', code }, from);
  await guess(file, 5);
  expect(await right()).toMatchObject({ refusal: { code: 'tracking.not-told' } });
  expect(await minutesLocked(file)).toBe(15);
  await unlock(file);
  expect(await right()).toMatchObject({ ok: true });
  await guess(file, 5);
  expect(await minutesLocked(file)).toBe(30);
});

it('whoever guesses locks out neither the holder of the receipt nor, by the code, whoever knows the document', async () => {
  const file = await applied();
  const code = { by: 'code', code: trackingCodeOf(seal, file) } as const;
  for (const from of ['198.51.100.1', '198.51.100.2', '2001:db8::1'])
    for (const wrong of [guess(file, 5, from), guess(file, 5, from, document('0000', '1960-01-01'))])
      await wrong;
  for (const from of ['203.0.113.9', '2001:db8:0:1::1'])
    expect(await track(file.number, code, from)).toMatchObject({ ok: true });
  expect(await track(file.number, code, '2001:db8::ffff')).toMatchObject({ ok: false });
});

it('from however many addresses, ten wrong documents at once, one more a day and fifty in all are looked at', async () => {
  const file = await applied();
  const right = document('8812', '1960-01-01');
  const wrong = document('0000', '1960-01-01');
  for (const from of ['a', 'b', 'c', 'd', 'e']) await guess(file, 2, from, wrong);
  expect(await track(file.number, right, 'owner')).toMatchObject({ ok: false });
  expect(await spent(file)).toEqual({ wrong: 10 });
  await daysGoBy(file, 1);
  expect(await track(file.number, right, 'owner')).toMatchObject({ ok: true });
  expect(await spent(file)).toEqual({ wrong: 10 });
  await db.superuser.rows('UPDATE tracking_budget SET wrong = 49 WHERE number_hash = $1', [hashOf(file)]);
  await daysGoBy(file, 20);
  await guess(file, 1, 'f', wrong);
  await daysGoBy(file, 100);
  expect(await spent(file)).toEqual({ wrong: 50 });
  expect(await track(file.number, right, 'owner')).toMatchObject({ ok: false });
  const code = { by: 'code', code: trackingCodeOf(seal, file) } as const;
  expect(await track(file.number, code, 'owner')).toMatchObject({ ok: true });
});

it('a change of the identity key gives nobody who guesses at a document fresh tries, nor does taking the former key out', async () => {
  const file = await applied();
  for (const from of ['a', 'b', 'c', 'd', 'e']) await guess(file, 2, from, document('0000', '1960-01-01'));
  const next = random(32);
  for (const keys of [[next, former], [next]]) {
    const changed = { ...context, seal: makeSeal({ keys, random }) };
    const asked = {
      number: file.number,
      factor: document('8812', '1960-01-01'),
      from: `with ${keys.length}`,
    };
    expect(await trackCase(changed, asked)).toMatchObject({ ok: false });
  }
  expect(await spent(file)).toEqual({ wrong: 10 });
});

it('of the code two thousand wrong ones at once are looked at', async () => {
  const file = await applied();
  const code = { by: 'code', code: trackingCodeOf(seal, file) } as const;
  await guess(file, 1, 'a');
  await db.superuser.rows('UPDATE tracking_budget SET spent = 1999.5 WHERE number_hash = $1', [hashOf(file)]);
  expect(await track(file.number, code, 'owner')).toMatchObject({ ok: false });
  await daysGoBy(file, 1);
  expect(await track(file.number, code, 'owner')).toMatchObject({ ok: true });
});

it('a backup takes along what all have tried at a number, and leaves out the locks of single addresses', async () => {
  const rows = await db.superuser.rows<{ name: string; rule: string }>(
    `SELECT relname AS name, obj_description(oid, 'pg_class') AS rule FROM pg_class WHERE relname IN ('tracking_budget', 'tracking_try') ORDER BY 1`,
  );
  const kept = rows.filter(({ rule }) => !rule.includes('; not in backups')).map(({ name }) => name);
  expect([rows.length, kept]).toEqual([2, ['tracking_budget']]);
});

it('who may see a person’s cases is told of each where it is, and anybody else of none', async () => {
  const file = await applied();
  const insured: Caller = {
    ...anyone,
    kind: 'insured',
    id: 'usr_1',
    roles: ['insured'],
    personIds: ['psn_a'],
  };
  const asked = { context, caller: insured, personId: 'psn_a', cursor: null };
  const first = await casesOfPerson(db.app, { ...asked, limit: 2 });
  const cursor = first.ok ? first.value.next : null;
  const rest = await casesOfPerson(db.app, { ...asked, limit: 100, cursor });
  const all = [first, rest].flatMap((page) => (page.ok ? page.value.items : []));
  const place = all.find(({ number }) => number === file.number);
  expect(place).toMatchObject({
    process: 'withdrawal',
    personId: 'psn_a',
    waitingFor: 'agency',
    dueOn: '2026-06-15',
  });
  expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
  expect(await placeOfCase(db.app, { ...asked, number: file.number })).toEqual(ok(place));
  const stranger = { ...asked, caller: { ...insured, personIds: ['psn_b'] } };
  for (const personId of ['psn_a', 'psn_nobody'])
    expect(await casesOfPerson(db.app, { ...stranger, personId, limit: 100 })).toMatchObject({
      refusal: { code: 'registry.no-such-person' },
    });
  for (const number of [file.number, 'no number'])
    expect(await placeOfCase(db.app, { ...stranger, number })).toMatchObject({
      refusal: { code: 'casework.no-case' },
    });
});

it('a code that was printed before the key was changed still counts', async () => {
  const file = await applied();
  const printed = trackingCodeOf(seal, file);
  const changed = makeSeal({ keys: [new Uint8Array(32).fill(8), former], random });
  expect(trackingCodeOf(changed, file)).not.toBe(printed);
  const asked = { number: file.number, factor: { by: 'code', code: printed }, from: 'x' } as const;
  expect(await trackCase({ ...context, seal: changed }, asked)).toMatchObject({ ok: true });
});

function track(number: string, factor: Factor, from = '192.0.2.1') {
  return trackCase(context, { number, factor, from });
}

function guess(
  file: CaseFile,
  times: number,
  from?: string,
  factor: Factor = { by: 'code', code: 'AAAA-AAAA' },
) {
  return Promise.all(Array.from({ length: times }, () => track(file.number, factor, from)));
}

function document(lastCharacters: string, bornOn: string): Factor {
  return { by: 'document', lastCharacters, bornOn: plainDate(bornOn) satisfies PlainDate };
}

async function applied(): Promise<CaseFile> {
  clock.set('2026-06-01T10:00:00+08:00');
  const parts = {
    process: withdrawalProcess,
    ownerId: 'psn_a',
    subject: 'death',
    ruleSet: 's',
    ruleVersion: '1',
  };
  const made = { officeId: 'ofc_test', channel: 'window', numberPrefix: 'SZ', clock, ids, random } as const;
  const opened = await inTransaction(db.app, async (tx) => ok(await openCase(tx, { ...parts, ...made })));
  if (!opened.ok) throw new Error('refused');
  await step(opened.value, 'submit');
  return opened.value;
}

async function step(file: CaseFile, action: string, materials: readonly string[] = []): Promise<void> {
  const done = await inTransaction(db.app, (tx) =>
    act(tx, {
      ...{ process: withdrawalProcess, ownerId: file.ownerId, caseId: file.id, action, at: clock.now() },
      ...{ calendar: days, data: { workingDays: 10, materials }, met: ['something-missing'] },
      actor: { kind: 'officer', id: 'off_clerk', roles: ['clerk'], token: 'token-clerk' },
    }),
  );
  if (!done.ok) throw new Error(done.refusal.code);
}

async function minutesLocked({ number }: CaseFile): Promise<number> {
  const row = await db.superuser.row<{ minutes: number }>(
    `SELECT round(extract(epoch FROM locked_until - last_at) / 60)::integer AS minutes FROM tracking_try WHERE number_hash = $1`,
    [triedFrom()(number)],
  );
  return row?.minutes ?? 0;
}

/** As if the time of the lock had gone by; the server's clock goes by itself. */
async function unlock({ number }: CaseFile): Promise<void> {
  await db.superuser.rows('UPDATE tracking_try SET locked_until = now() WHERE number_hash = $1', [
    triedFrom()(number),
  ]);
}

/** The same of what was tried by everybody. */
async function daysGoBy(file: CaseFile, count: number): Promise<void> {
  await db.superuser.rows(
    'UPDATE tracking_budget SET last_at = last_at - make_interval(days => $2) WHERE number_hash = $1',
    [hashOf(file), count],
  );
}

function spent(file: CaseFile): Promise<{ wrong: number } | undefined> {
  return db.superuser.row<{ wrong: number }>(
    `SELECT wrong FROM tracking_budget WHERE number_hash = $1 AND factor = 'document'`,
    [hashOf(file)],
  );
}

function hashOf({ number }: CaseFile): Uint8Array {
  return budgetHash(number);
}

function triedFrom(from = '192.0.2.1'): (number: string) => Uint8Array {
  return (number) => seal.keyedHash('tracked by', `${number} ${from}`);
}
