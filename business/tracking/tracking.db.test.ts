import { expect, it } from 'vitest';
import { ok, type PlainDate, plainDate } from '#basics';
import { withdrawalProcess } from '#business/withdrawal/public';
import { act, type CaseFile, makeCaseNumber, openCase, trackingCodeOf } from '#engines/casework';
import { holidays } from '#law';
import { workingCalendar } from '#platform/calendar';
import { inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testIds, testOffice, testRandom, testRecord } from '#platform/testing';
import { type Factor, trackCase } from './track-case.ts';

const db = await testDatabase();
await testOffice(db);
const clock = testClock('2026-06-01T10:00:00+08:00');
const random = testRandom(91);
const ids = testIds(91);
const former = new Uint8Array(32).fill(6);
const seal = makeSeal({ keys: [former], random });
const calendar = workingCalendar(holidays);
const days = { add: calendar.deadline, between: calendar.workingDaysBetween };
const context = { database: db.app, seal, processes: { [withdrawalProcess.id]: withdrawalProcess } };
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
      over: false,
      asked: null,
      papers: [],
    }),
  );
  clock.advance({ days: 1 });
  await step(file, 'take-up');
  await step(file, 'request-materials', ['death-certificate', 'application-form']);
  const typed = code.toLowerCase().replace('-', ' ');
  expect(await track(` ${file.number.toLowerCase()} `, { by: 'code', code: typed })).toMatchObject({
    value: {
      waitingFor: 'applicant',
      since: '2026-06-02',
      dueOn: null,
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
    [[file.number, nobody].map((number) => seal.keyedHash('tracked number', number))],
  );
  expect(counted).toHaveLength(2);
});

it('five wrong tries lock the number, also for the right code, and each lock lasts longer', async () => {
  const file = await applied();
  const code = trackingCodeOf(seal, file);
  const right = () => track(file.number, { by: 'code', code });
  await Promise.all(Array.from({ length: 5 }, () => track(file.number, { by: 'code', code: 'AAAA-AAAA' })));
  expect(await right()).toMatchObject({ refusal: { code: 'tracking.not-told' } });
  expect(await minutesLocked(file)).toBe(15);
  await unlock(file);
  expect(await right()).toMatchObject({ ok: true });
  await Promise.all(Array.from({ length: 5 }, () => track(file.number, { by: 'code', code: 'AAAA-AAAA' })));
  expect(await minutesLocked(file)).toBe(30);
});

it('a code that was printed before the key was changed still counts', async () => {
  const file = await applied();
  const printed = trackingCodeOf(seal, file);
  const changed = makeSeal({ keys: [new Uint8Array(32).fill(8), former], random });
  expect(trackingCodeOf(changed, file)).not.toBe(printed);
  const asked = { number: file.number, factor: { by: 'code', code: printed } } as const;
  expect(await trackCase({ ...context, seal: changed }, asked)).toMatchObject({ ok: true });
});

function track(number: string, factor: Factor) {
  return trackCase(context, { number, factor });
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
    [seal.keyedHash('tracked number', number)],
  );
  return row?.minutes ?? 0;
}

/** As if the time of the lock had gone by; the server's clock goes by itself. */
async function unlock({ number }: CaseFile): Promise<void> {
  await db.superuser.rows('UPDATE tracking_try SET locked_until = now() WHERE number_hash = $1', [
    seal.keyedHash('tracked number', number),
  ]);
}
