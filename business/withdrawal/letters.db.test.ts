import { describe, expect, test } from 'vitest';
import { refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { letterDocument, printHtml, printPdf } from '#business/letters';
import { verifyDocument } from '#engines/audit';
import { verifierOf } from '#platform/signing';
import {
  testAttempt,
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
  testRandom,
} from '#platform/testing';
import { typstPress } from '#platform/typesetting';
import { applyForWithdrawal } from './apply-for-withdrawal.ts';
import { readWithdrawal } from './read-withdrawal.ts';
import { remindApplicants } from './remind-applicants.ts';
import { requestMaterials } from './request-materials.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { closeNotCompleted } from './stop-waiting.ts';
import { submitApplication } from './submit-application.ts';
import { alterLetter, chose, lettersInDatabase, noticesOf, reach } from './telling/testing.store.ts';
import { citizen, clerk, sampleAgency } from './testing.store.ts';
import { withdrawApplication } from './withdraw-application.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  ...{ db, clock, ids: testIds(71), random: testRandom(71) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 831_240n, balanceOn: '2025-12-31' }),
});
const { context } = agency;
const {
  run,
  by,
  application,
  apply,
  approvedCase,
  completePapers,
  propose,
  approve,
  settle,
  bank,
  settledCase,
} = sampleSteps(agency);
const verifier = verifierOf(await must(context.signingKeys.published()));
const html = (number: string, seq: number, language: 'zh' | 'en' | null = null) =>
  printHtml(db.app, { caller: clerk, number, seq, language, seal: context.seal });

describe('Letters', () => {
  test('each step that the law wants told leaves one letter, and the bank’s word the advice of payment', async () => {
    const owner = await agency.person('retired-left-country');
    await reach(db, { owner, email: context.seal.seal('z@example.org'), language: 'en' });
    const { number } = await apply(owner, 'retired-left-country');
    await must(run((tx) => requestMaterials(tx, { ...by(clerk, number), again: [], note: '请本人签字' })));
    await completePapers(number);
    await must(propose(number, 'approve'));
    await must(approve(number));
    await must(settle(number));
    await bank(number, 'paid');
    const letters = await lettersInDatabase(db, owner);
    expect(letters.map(({ kind }) => kind)).toEqual([
      'receipt',
      'papers-request',
      'decision',
      'payment-advice',
    ]);
    expect(letters.every(({ number: called, seq }) => called === `${number}/${seq}`)).toBe(true);
    expect(letters.map(({ language }) => language)).toEqual(['en', 'en', 'en', 'en']);
    const told = await noticesOf(db, { owner, seal: context.seal });
    expect(told.map(({ kind }) => kind)).toEqual(['received', 'papers-asked', 'decided', 'paid']);
    for (const { body } of told) {
      expect(body).toContain(number);
      expect(body).not.toMatch(/张|8,?312|6222|z@example/);
    }
    const advice = await must(html(number, letters.at(-1)?.seq ?? 0, 'zh'));
    expect(advice).toMatch(/¥ 8,3\d\d\.\d\d/);
    expect(advice).toContain('捌仟叁佰');
    expect(advice).toContain('尾号 5678');
    expect(advice).not.toContain('6222021001012345678');
    // Settled on the first of June; the case says the same day.
    expect(advice).toContain('可以在2026年7月31日以前凭办理编号向本机构提出异议');
  });

  test('letters count from the submission, not the draft, and case and decision letter tell the same last days', async () => {
    const owner = await agency.person('retired-left-country');
    const draft = { ...application(owner, 'retired-left-country'), submit: false };
    const { number } = await must(run((tx) => applyForWithdrawal(tx, draft)));
    clock.advance({ days: 2 });
    await must(run((tx) => submitApplication(tx, { ...by(clerk, number), applyAnyway: true })));
    await completePapers(number);
    await must(propose(number, 'approve'));
    clock.advance({ days: 1 });
    await must(approve(number));
    clock.advance({ days: 1 });
    await must(settle(number));
    await bank(number, 'paid');
    const letters = await lettersInDatabase(db, owner);
    const pages = await Promise.all(letters.map(({ seq }) => must(html(number, seq, 'zh'))));
    expect(letters.map(({ kind }) => kind)).toEqual(['receipt', 'decision', 'payment-advice']);
    for (const page of pages) expect(page).toMatch(/申请日期[^申]*2026年6月3日/);
    const { remedies } = await must(readWithdrawal(db.app, by(clerk, number)));
    // Approved on the fourth; only the objection to the payment has its days from the settlement on the fifth.
    expect(remedies?.until).toBe('2026-08-04');
    expect(remedies?.text.zh).toContain('2026-06-04 收到的');
    for (const [last, written] of [
      ['2026-08-03', '2026年8月3日'],
      ['2026-12-04', '2026年12月4日'],
    ]) {
      expect(pages[1]).toContain(`到${written}为止`);
      expect(remedies?.text.zh).toContain(`到 ${last} 为止`);
    }
    expect(pages[1]?.replaceAll(/<[^>]+>/g, '')).toMatch(/理由\s*退休后[^。]*：符合。/);
    clock.set('2026-06-01T10:00:00+08:00');
  });

  test('a refusal gives the reasons with their clauses, and says how to object, where and until when', async () => {
    const owner = await agency.person('settled-abroad-before-retirement');
    await agency.record(owner, 'roster', { onEmployerRoster: true, since: '2026-05-01' });
    const { number } = await apply(owner, 'settled-abroad-before-retirement');
    await must(propose(number, 'refuse'));
    await must(approve(number));
    const refusal = (await lettersInDatabase(db, owner)).find(({ kind }) => kind === 'refusal');
    const zh = await must(html(number, refusal?.seq ?? 0));
    for (const said of [
      '：不符合。',
      '第 G3 条',
      '《中华人民共和国社会保险法》第 83 条',
      '《社会保险经办条例》第 52 条',
    ])
      expect(zh).toContain(said);
    expect(zh).toContain('60 日内');
    expect(zh).toContain('到2026年7月31日为止');
    expect(zh).toContain('到2026年12月1日为止');
    const en = await must(html(number, refusal?.seq ?? 0, 'en'));
    expect(en).toContain('Translation.');
    expect(en).toContain('until 31 July 2026');
  });

  test('the code on a letter is checked offline; another word in it, or another key, is no letter of ours', async () => {
    const owner = await agency.person('retired-left-country');
    await approvedCase(owner, 'retired-left-country');
    const letters = await lettersInDatabase(db, owner);
    const statement = letters.find(({ kind }) => kind === 'decision')?.statement ?? '';
    expect(statement.length).toBeLessThan(480); // so that its code stays easy to read
    const checked = await must(verifyDocument(statement, { types: [letterDocument], verifier }));
    const says = Object.fromEntries(checked.says.map(({ name, value }) => [name.en, value]));
    expect(says).toMatchObject({
      to: '张*',
      letter: '支取决定书 / Decision to pay out',
      'issued on': '2026-06-01',
    });
    expect(says['amount (yuan)']).toMatch(/^8,3/);
    const [head = '', body = '', signature = ''] = statement.split('.');
    const forged = Buffer.from(
      Buffer.from(body, 'base64url').toString().replace('"a":"8', '"a":"9'),
    ).toString('base64url');
    expect(
      verifyDocument([head, forged, signature].join('.'), { types: [letterDocument], verifier }),
    ).toMatchObject({
      refusal: { code: 'signing.forged' },
    });
  });

  test('a letter is printed the same byte for byte, by the person concerned and nobody else’s', async () => {
    const press = typstPress();
    const owner = await agency.person('retired-left-country');
    const { number } = await apply(owner, 'retired-left-country');
    const asked = { number, seq: 1, language: null, context: { seal: context.seal, press } };
    const first = await must(printPdf(db.app, { ...asked, caller: clerk }));
    clock.advance({ days: 3 });
    const again = await must(printPdf(db.app, { ...asked, caller: citizen('insured', owner) }));
    expect(Buffer.compare(first.pdf, again.pdf)).toBe(0);
    const stranger = await printPdf(db.app, { ...asked, caller: citizen('insured', 'psn_other') });
    expect(stranger).toMatchObject({ refusal: { code: 'casework.no-case' } });
    const none = await printPdf(db.app, { ...asked, seq: 99, caller: clerk });
    expect(none).toMatchObject({ refusal: { code: 'letters.no-letter' } });
    await press.stop();
  });

  test('markup, formulas and control characters that an officer wrote stand in the letter as they were written', async () => {
    const owner = await agency.person('retired-left-country');
    const { number } = await apply(owner, 'retired-left-country');
    const note = '<script>alert(1)</script> "x" &amp; =HYPERLINK("http://x") #import "x"\u0007\u202E';
    const asked = await must(run((tx) => requestMaterials(tx, { ...by(clerk, number), again: [], note })));
    const page = await must(html(number, asked.actionCount));
    expect(page).not.toContain('<script>');
    const shown = page.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));
    expect(shown).toContain(
      '<script>alert(1)</script> "x" &amp; =HYPERLINK("http://x") #import "x"[U+0007][U+202E]',
    );
  });

  test('a letter that was altered in the database is not printed', async () => {
    const owner = await agency.person('retired-left-country');
    const { number } = await apply(owner, 'retired-left-country');
    await alterLetter(db, { owner, seal: context.seal, from: '张*', to: '李*' });
    expect(await html(number, 1)).toMatchObject({ refusal: { code: 'letters.altered' } });
  });

  test('without a valid key work goes on, and the letter says that it bears no code', async () => {
    const owner = await agency.person('retired-left-country');
    const signingKeys = { ...context.signingKeys, signer: () => refuse({ code: 'signing.no-key' }) };
    const steps = sampleSteps({ ...agency, context: { ...context, signingKeys } });
    const { number } = await steps.apply(owner, 'retired-left-country');
    const page = await must(html(number, 1));
    expect(page).not.toContain('<svg');
    expect(page).toContain('不带核验码');
  });

  test('no letter can be made by hand for a step that was not taken, or of another kind than the step', async () => {
    const owner = await agency.person('retired-left-country');
    const file = await settledCase(owner, 'retired-left-country');
    for (const [seq, kind] of [
      [1, 'decision'],
      [1, 'payment-advice'],
      [99, 'receipt'],
      [file.actionCount, 'refusal'],
      [1, 'objection-decision'],
      [1, 'money-back'],
    ] as const) {
      const sql = `SELECT issue_letter('${owner}', '${file.id}', ${seq}, '${kind}', 'zh', 1, 'x', sha256('x'), NULL, now())`;
      expect((await testAttempt(db, sql)).outcome).toBe('letters.no-such-step');
    }
    for (const sql of [
      `UPDATE letter SET kind = 'receipt'`,
      'DELETE FROM letter',
      'INSERT INTO letter SELECT * FROM letter',
    ])
      expect((await testAttempt(db, sql)).outcome).toBe('permission denied for table letter');
  });

  test('what a letter says does not lie in the open in the database; after a death it goes to the successors', async () => {
    const owner = await agency.person('death');
    await reach(db, { owner, email: context.seal.seal('dead@example.org'), language: 'zh' });
    const { number } = await apply(owner, 'death');
    const [letter] = await lettersInDatabase(db, owner);
    expect(Buffer.from(letter?.dataSealed ?? []).toString('utf8')).not.toContain('继承人');
    expect(await must(html(number, 1))).toContain('张*的继承人');
    // Nobody writes to the dead.
    expect(await noticesOf(db, { owner, seal: context.seal })).toEqual([]);
  });

  test('whoever applied in another language than the one on record is answered in it, until they choose one', async () => {
    const owner = await agency.person('retired-left-country');
    await reach(db, { owner, email: context.seal.seal('z@example.org'), language: 'zh' });
    const caller: Caller = { ...citizen('insured', owner), language: 'en' };
    const application = { ...{ personId: owner, ground: 'retired-left-country' }, payee: null, papers: [] };
    const wish = { ...application, submit: true, applyAnyway: true };
    const { number } = await must(run((tx) => applyForWithdrawal(tx, { context, caller, ...wish })));
    const ask = (note: string) =>
      run((tx) => requestMaterials(tx, { ...by({ ...clerk, language: 'zh' }, number), again: [], note }));
    await must(ask(''));
    expect((await lettersInDatabase(db, owner)).map(({ language }) => language)).toEqual(['en', 'en']);
    expect((await noticesOf(db, { owner, seal: context.seal })).map(({ body }) => body)).toEqual([
      expect.stringMatching(/^Your application/),
      expect.stringMatching(/[a-z]+/),
    ]);
    await chose(db, { owner, language: 'zh', at: clock.now() });
    await must(run((tx) => withdrawApplication(tx, { ...by(caller, number) })));
    const again = await must(run((tx) => applyForWithdrawal(tx, { context, caller, ...wish })));
    const letters = await lettersInDatabase(db, owner);
    expect(letters.find((letter) => letter.number === `${again.number}/1`)?.language).toBe('zh');
  });

  test('who was asked for papers and has not come is reminded once, after ten working days', async () => {
    const owner = await agency.person('retired-left-country');
    await reach(db, { owner, email: context.seal.seal('z@example.org'), language: 'zh' });
    const { number } = await apply(owner, 'retired-left-country');
    await must(run((tx) => requestMaterials(tx, { ...by(clerk, number), again: [], note: '' })));
    const reminders = async () => {
      await remindApplicants(context);
      const told = await noticesOf(db, { owner, seal: context.seal });
      return told.filter(({ kind }) => kind === 'papers-reminder').length;
    };
    clock.advance({ days: 13 });
    expect(await reminders()).toBe(0);
    clock.advance({ days: 15 });
    expect([await reminders(), await reminders()]).toEqual([1, 1]);
    clock.advance({ days: 15 });
    await must(run((tx) => closeNotCompleted(tx, { ...by(clerk, number), reason: '未补正' })));
    const told = await noticesOf(db, { owner, seal: context.seal });
    expect(told.map(({ kind }) => kind)).toContain('closed');
  });
});
