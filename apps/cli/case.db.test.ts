import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { processes } from '#apps/agency';
import { catalogue } from '#apps/catalogue';
import { ok } from '#basics';
import { type Caller, system } from '#business/access/public';
import { shippedSchedule } from '#business/inquiry/public';
import { ratesOf } from '#business/interest';
import { syncInterestRates } from '#engines/ledger';
import { holidays, interestRule } from '#law';
import { workingCalendar } from '#platform/calendar';
import { makeSeal } from '#platform/seal';
import {
  readPdf,
  temporaryFolder,
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
  testRandom,
  testSigningKeys,
} from '#platform/testing';
import { typstPress } from '#platform/typesetting';
import {
  approveCase,
  askForPapers,
  givePaper,
  openCase,
  proposeOnCase,
  returnCase,
  reviewCase,
  setPayee,
  settleCase,
  showHistory,
  submitCase,
  withdrawCase,
} from './case.ts';
import { closeCase, dropObjection, objectToCase } from './case-after.ts';
import {
  beginDraftFor,
  caseOfDraftFor,
  listOwnDrafts,
  saveDraftOf,
  showDraft,
  submitDraftOf,
} from './drafts.ts';
import type { Frame } from './frame.ts';
import { listLettersOf, printLetterOf } from './letters.ts';
import { reportCase, showReceipt } from './life-event.ts';
import { listCases } from './list-cases.ts';
import { explainCase, showCase } from './show-case.ts';

const db = await testDatabase();
await testOffice(db);
await syncInterestRates(db.migrator, ratesOf(interestRule));
const random = testRandom(51);
const ids = testIds(51);
const calendar = workingCalendar(holidays);
const agency = {
  ...{ database: db.app, clock: testClock('2026-06-01T10:00:00+08:00'), ids, random, region: '440300' },
  signingKeys: testSigningKeys(),
  seal: makeSeal({ keys: [new Uint8Array(32).fill(7)], random }),
  workingDays: { add: calendar.deadline, between: calendar.workingDaysBetween },
  schedule: shippedSchedule,
  processes,
  endByDeath: async () => ok(null),
};
const clerk = officer('clerk', ['clerk']);
const reviewer = officer('reviewer', ['reviewer']);

test('a clerk and a reviewer take a case from the window to its settlement, and explain it', async () => {
  const owner = await person('psn_cli');
  const opened = await json((frame) => openCase(frame, { ...window, personId: owner }));
  expect(opened).toMatchObject({ exitCode: 0, answer: { state: 'submitted', dueOn: '2026-06-15' } });
  const number = String(opened.answer.number);
  const asClerk = { agency, caller: clerk, number };
  await json((frame) => reviewCase(frame, asClerk));
  const payee = {
    name: '张小明',
    bankCode: '102584000002',
    bankName: '工商银行深圳分行',
    accountNumber: '6222021001012345678',
  };
  expect(await json((frame) => setPayee(frame, asClerk), JSON.stringify(payee))).toMatchObject({
    exitCode: 0,
    answer: { doubts: [{ id: 'card-check-digit' }] },
  });
  expect((await words((frame) => showCase(frame, asClerk))).out).toContain('校验位不符，请核对');
  for (const materialId of ['identity-document', 'application-form', 'payee-bank-account']) {
    await json((frame) => givePaper(frame, { ...asClerk, materialId, paperReference: 'D-1' }));
  }
  await json((frame) => proposeOnCase(frame, { ...asClerk, outcome: 'approve', note: '' }));
  const asReviewer = { agency, caller: reviewer, number };
  await json((frame) => returnCase(frame, { ...asReviewer, reason: '请核对' }));
  await json((frame) => proposeOnCase(frame, { ...asClerk, outcome: 'approve', note: '' }));
  expect(await json((frame) => approveCase(frame, asReviewer))).toMatchObject({
    answer: { state: 'approved' },
  });
  expect((await words((frame) => showCase(frame, asClerk))).out).toContain('如现在结清：');
  expect(await json((frame) => settleCase(frame, asClerk))).toMatchObject({ answer: { state: 'settled' } });
  const explained = await words((frame) => explainCase(frame, { ...asClerk, verify: true }));
  expect(explained.exitCode).toBe(0);
  expect(explained.out).toContain('重新计算，逐字节一致。');
  expect(explained.out).toContain('来源等级 M');
  const shown = await words((frame) => showCase(frame, asClerk));
  expect(shown.out).toContain('已结清，待付款');
  expect(shown.out).toMatch(/\d\.\d{2} 元 {2}已结清，等待付款。 {2}ord_/);
  expect(shown.out).not.toContain('如现在结清：');
  expect(shown.out).not.toContain('6222021001012345678');
  expect((await words((frame) => showHistory(frame, asClerk))).out).toMatch(/复核同意.*reviewer（reviewer）/);
  expect(
    (await words((frame) => listCases(frame, { ...window, state: 'settled', cursor: null }))).out,
  ).toContain(number);
});

test('a clerk lists the letters of a case and prints one into a file; a name that is none is bad input', async () => {
  const owner = await person('psn_letter');
  const opened = await json((frame) => openCase(frame, { ...window, personId: owner }));
  const press = typstPress();
  const desk = { agency: { ...agency, press }, caller: clerk };
  const number = String(opened.answer.number);
  const listed = await json((frame) => listLettersOf(frame, { ...desk, number }));
  expect(listed.answer).toMatchObject({ items: [{ number: `${number}/1`, kind: 'receipt' }] });
  const out = join(temporaryFolder(), 'letter.pdf');
  const asked = { letter: `${number}/1`, language: null, html: false, out };
  const printed = await json((frame) => printLetterOf(frame, { ...desk, asked }));
  expect(printed).toMatchObject({ exitCode: 0, answer: { file: out, replaced: [] } });
  expect(readPdf(readFileSync(out)).missing).toBe(0);
  const nowhere = { ...asked, out: join(out, 'x.pdf') };
  const unwritten = await words((frame) => printLetterOf(frame, { ...desk, asked: nowhere }));
  expect(unwritten.err).toContain('cli.unwritable-file');
  const page = await words((frame) =>
    printLetterOf(frame, { ...desk, asked: { ...asked, html: true, out: null } }),
  );
  expect(page.out).toContain('受理回执');
  const wrong = await json((frame) => printLetterOf(frame, { ...desk, asked: { ...asked, letter: number } }));
  expect(wrong.exitCode).toBe(2);
  await press.stop();
});

test('explaining with a tampered fact ends with 1 and names it', async () => {
  const owner = await person('psn_tampered');
  const opened = await json((frame) => openCase(frame, { ...window, personId: owner }));
  const asked = { agency, caller: clerk, number: String(opened.answer.number) };
  await db.superuser.rows(
    `UPDATE case_action SET data = jsonb_set(data, '{facts,situation,person,diedOn}', 'null') WHERE owner_id = $1`,
    [owner],
  );
  const explained = await words((frame) => explainCase(frame, { ...asked, verify: true }));
  expect(explained.exitCode).toBe(1);
  expect(explained.out).toContain('办理经过被改动过。');
  expect(explained.out).toContain('不一致 findings.');
});

test('what is refused is told with what to do next, and bad input ends with 2', async () => {
  const owner = await person('psn_refused');
  const draft = await json((frame) => openCase(frame, { ...window, personId: owner, draft: true }));
  const asked = { agency, caller: clerk, number: String(draft.answer.number) };
  await json((frame) => submitCase(frame, { ...asked, anyway: false }));
  const early = await words((frame) => approveCase(frame, { ...asked, caller: reviewer }));
  expect(early).toMatchObject({ exitCode: 1, out: '' });
  expect(early.err).toContain('casework.not-now');
  const unfit = await words((frame) => setPayee(frame, asked), 'not json');
  expect(unfit).toMatchObject({ exitCode: 2, out: '' });
  const waiting = await json((frame) => askForPapers(frame, { ...asked, again: [], note: '' }));
  expect(waiting.answer).toMatchObject({ state: 'awaiting-materials', dueOn: null });
  const back = await json((frame) => withdrawCase(frame, asked));
  expect(back.answer).toMatchObject({ state: 'withdrawn-by-applicant' });
});

test('a clerk keeps a draft at the window, hands it in, and takes down an objection to the refusal', async () => {
  const owner = await person('psn_draft');
  const desk = { agency, caller: clerk, personId: owner };
  const begun = await json((frame) => beginDraftFor(frame, desk), '{"ground":"nationality-lost"}');
  expect(begun).toMatchObject({ exitCode: 0, answer: { version: 1, ended: null } });
  const draft = { ...desk, draftId: String(begun.answer.draftId) };
  const saved = '{"ground":"nationality-lost","applyAnyway":true}';
  await json((frame) => saveDraftOf(frame, { ...draft, version: 1 }), saved);
  const stale = await words((frame) => saveDraftOf(frame, { ...draft, version: 1 }), '{}');
  expect(stale.err).toContain('withdrawal.draft-newer');
  expect((await words((frame) => showDraft(frame, draft))).out).toContain('"applyAnyway": true');
  expect((await words((frame) => beginDraftFor(frame, desk), '{"wish": 1}')).exitCode).toBe(2);
  const opened = (await words((frame) => caseOfDraftFor(frame, draft))).out.trim();
  const applied = await json((frame) => submitDraftOf(frame, { ...draft, version: 2 }));
  expect(applied.answer.number).toBe(opened);
  const asked = { agency, caller: clerk, number: String(applied.answer.number) };
  expect((await words((frame) => listOwnDrafts(frame, { ...desk, cursor: null }))).out).toContain(
    asked.number,
  );
  await json((frame) => proposeOnCase(frame, { ...asked, outcome: 'refuse', note: '' }));
  await json((frame) => approveCase(frame, { ...asked, caller: reviewer }));
  expect((await words((frame) => showCase(frame, asked))).out).toContain('以前凭办理编号向本机构提出异议');
  const objected = await json((frame) => objectToCase(frame, { ...asked, reason: '登记有误' }));
  expect(objected.answer).toMatchObject({ state: 'objection' });
  expect((await words((frame) => showCase(frame, asked))).out).toContain('登记有误');
  expect((await json((frame) => dropObjection(frame, asked))).answer).toMatchObject({ state: 'refused' });
  const over = await words((frame) => closeCase(frame, { ...asked, reason: '未补正' }));
  expect(over.err).toContain('casework.closed');
});

test('a clerk reports what befell somebody, hands the receipt out, and two officers put it on record', async () => {
  const owner = 'psn_reported';
  await testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  const desk = { agency, caller: clerk, personId: owner, anyway: false };
  const statement = '{"kind": "death-notice", "diedOn": "2026-05-20", "reporter": "police"}';
  const odd = await words((frame) => reportCase(frame, { ...desk, statement: '{"kind": "x"}', papers: [] }));
  expect(odd).toMatchObject({ exitCode: 2, out: '' });
  const papers = [{ materialId: 'death-proof', paperReference: 'D-7' }];
  const opened = await json((frame) => reportCase(frame, { ...desk, statement, papers }));
  expect(opened).toMatchObject({ exitCode: 0, answer: { state: 'submitted', dueOn: '2026-06-15' } });
  const asked = { agency, caller: clerk, number: String(opened.answer.number) };
  expect((await words((frame) => showReceipt(frame, asked))).out).toContain(
    '死亡证明（我们能通过数据共享核实的不用交）（D-7）',
  );
  expect((await words((frame) => showCase(frame, asked))).out).toContain('⇒ died {"on":"2026-05-20"}');
  await json((frame) => proposeOnCase(frame, { ...asked, outcome: 'approve', note: '' }));
  const listed = await words((frame) => listCases(frame, { ...window, state: 'proposed', cursor: null }));
  expect(listed.out).toContain('参保人去世登记');
  const named = { ...window, state: '等待复核', cursor: null };
  expect((await words((frame) => listCases(frame, named))).out).toContain('参保人去世登记');
  for (const state of ['已同意', '已登记']) {
    expect(await words((frame) => listCases(frame, { ...named, state }))).toMatchObject({ exitCode: 0 });
  }
  const nosuch = await words((frame) => listCases(frame, { ...named, state: 'nosuch' }));
  expect(nosuch).toMatchObject({ exitCode: 2, out: '' });
  expect(nosuch.err).toContain('in-review: 审核中');
  const odder = { ...window, state: null, procedure: 'x', cursor: null };
  expect(await words((frame) => listCases(frame, odder))).toMatchObject({ exitCode: 2, out: '' });
  expect(await json((frame) => approveCase(frame, { ...asked, caller: reviewer }))).toMatchObject({
    answer: { state: 'approved' },
  });
  expect((await words((frame) => showHistory(frame, asked))).out).toContain('已登记');
  const explained = await words((frame) => explainCase(frame, { ...asked, verify: true }));
  expect(explained).toMatchObject({ exitCode: 0 });
  expect(explained.out).toContain('重新计算，逐字节一致。');
});

test('a case that is past its day is marked overdue in the list and where it is shown', async () => {
  const owner = await person('psn_overdue');
  const opened = await json((frame) => openCase(frame, { ...window, personId: owner }));
  const number = String(opened.answer.number);
  const late = { ...window, agency: { ...agency, clock: testClock('2026-06-23T10:00:00+08:00') } };
  const all = { state: null, cursor: null };
  const line = async (desk: typeof window) => {
    const { out } = await words((frame) => listCases(frame, { ...desk, ...all }));
    return out.split('\n').find((each) => each.startsWith(number)) ?? '';
  };
  expect(await line(window)).not.toContain('已超期');
  expect(await line(late)).toContain('  已超期  ');
  const shown = await words((frame) => showCase(frame, { ...late, number }));
  expect(shown.out).toMatch(/最晚 2026-06-1\d，已超期\n/);
  expect(shown.out).toMatch(/共 10 个，已超期 \d 个工作日/);
  const told = await json((frame) => showCase(frame, { ...late, number }));
  expect(told.answer).toMatchObject({ overdue: true, delay: { overdueDays: expect.any(Number) } });
});

const window = { agency, caller: clerk, ground: 'death', draft: false, anyway: false };

async function person(owner: string): Promise<string> {
  await testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  const facts = { died: { on: '2026-05-01' }, succession: { established: true, on: '2026-05-20' } };
  for (const [kind, body] of Object.entries(facts)) {
    const id = ids.next('rec');
    await db.app.rows(`SELECT record_paper('token-clerk', $1, $2, $3, $4, 'A-1', now())`, [
      owner,
      id,
      kind,
      body,
    ]);
    await db.app.rows(`SELECT confirm_record('token-reviewer', $1, $2, true, NULL, now())`, [owner, id]);
  }
  return owner;
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

async function json(command: (frame: Frame) => Promise<number>, stdin = '') {
  const { exitCode, out } = await run(command, { stdin, json: true });
  const answer: Record<string, unknown> = JSON.parse(out);
  return { exitCode, answer };
}

function words(command: (frame: Frame) => Promise<number>, stdin = '') {
  return run(command, { stdin, json: false });
}

async function run(
  command: (frame: Frame) => Promise<number>,
  given: { readonly stdin: string; readonly json: boolean },
) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const frame: Frame = {
    ...{ lang: 'zh', json: given.json, stdout, stderr },
    stdin: Readable.from([given.stdin]),
    wording: (code) => catalogue[code],
  };
  const exitCode = await command(frame);
  stdout.end();
  stderr.end();
  return { exitCode, out: await text(stdout), err: await text(stderr) };
}
