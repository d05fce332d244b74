import { expect, test } from 'vitest';
import { rejectReasons } from '#business/materials/public';
import { testPerson } from '#platform/testing';
import { openLoginFor, recordConfirmed } from './papers.testing.store.ts';
import { clerk, testPapers } from './papers.testing.ts';

const { api, post, get, judge, paperOf } = await testPapers('not-applying');
const paper = 'household-cancellation';
const reason = '我从来没有在本市落过户';

/** Somebody who settled abroad, with a case that a clerk opened, and their own session. */
async function settledAbroad(name: string) {
  const owner = `psn_${name}`;
  await testPerson(api.db, { owner, balanceFen: 50_000n, balanceOn: '2025-12-31' });
  const left = { on: '2026-02-01', to: 'CAN', purpose: 'settle' };
  const stopped = { status: 'suspended', tier: 1, stoppedOn: '2026-03-31', since: '2026-03-31' };
  await recordConfirmed(api.db, { owner, kind: 'left-country', body: { left } });
  await recordConfirmed(api.db, {
    ...{ owner, kind: 'roster', body: { onEmployerRoster: false, since: '2026-03-31' } },
  });
  await recordConfirmed(api.db, { owner, kind: 'relationship', body: stopped });
  return { owner, self: await openLoginFor(api.db, { owner, capacity: 'insured' }) };
}

const ground = 'settled-abroad-before-retirement';
const say = (number: string, token: string, materialId: string, why: string) =>
  post(`/cases/${number}/papers/${materialId}/not-applying`, token, { reason: why });

test('a paper that is asked of some people only is answered with why it does not apply, and a clerk asks for it or accepts that', async () => {
  const { owner, self } = await settledAbroad('abroad');
  const { body: opened } = await post('/withdrawals', clerk, { personId: owner, ground });
  const number = String(opened.number);
  expect((await paperOf(number, paper, self)).onlyFor.zh).toBe('原来有本市户口的人');
  expect((await paperOf(number, 'settlement-proof', self)).onlyFor).toBeNull();
  const everybody = await say(number, self, 'settlement-proof', reason);
  expect(everybody.body.code).toBe('materials.everybody-needs-it');
  expect((await say(number, self, paper, ' ')).body.code).toBe('materials.not-applying-why');
  const typed = { materialId: 'settlement-proof', paperReference: 'N-1' };
  const byNumber = await post(`/withdrawals/${number}/materials`, self, typed);
  expect(byNumber.body).toMatchObject({
    code: 'withdrawal.bad-input',
    problems: [{ path: 'paperReference' }],
  });
  expect((await paperOf(number, paper)).state).toBe('missing');
  expect((await say(number, self, paper, reason)).status).toBe(200);
  expect(await paperOf(number, paper)).toMatchObject({
    state: 'unchecked',
    given: [{ materialId: paper, revision: 1, pages: [], notApplying: reason }],
  });
  const kept = await api.db.superuser.rows<{ by: string; sealed: Buffer }>(
    'SELECT said_kind AS by, reason_sealed AS sealed FROM paper_not_applying WHERE owner_id = $1',
    [owner],
  );
  expect(kept).toMatchObject([{ by: 'insured' }]);
  expect(kept[0]?.sealed.includes(Buffer.from('落过户'))).toBe(false);
  // Never together with pages or a commitment, in whichever order a program writes them.
  for (const also of [
    `keep_pages(f.owner_id, f.id, '${paper}', 1, '{}')`,
    `keep_commitment(f.owner_id, f.id, '${paper}', 1, '2026-01', '\\x01', 'insured', 'usr_self', '\\x01', now())`,
  ])
    await expect(
      api.db.app.rows(`SELECT ${also} FROM case_file f WHERE f.owner_id = $1 AND f.number = $2`, [
        owner,
        number,
      ]),
    ).rejects.toThrow('casework.changed-meanwhile');
  await judge(number, paper, { verdict: 'rejected', reason: 'does-apply' });
  expect(await paperOf(number, paper, self)).toMatchObject({ state: 'missing', why: { code: 'does-apply' } });
  await say(number, self, paper, '户口在外省，本市只有居住证');
  await judge(number, paper, { revision: 2, verdict: 'accepted' });
  expect((await paperOf(number, paper)).state).toBe('given');
  // In another case of theirs nothing was accepted that could be used again.
  const { body: other } = await post('/withdrawals', clerk, { personId: owner, ground, submit: false });
  expect((await paperOf(String(other.number), paper)).onRecord).toBeNull();
});

test('an application says in one go what does not apply, and is not taken with a paper that everybody needs left out so', async () => {
  const { owner, self } = await settledAbroad('drafting');
  const payee = {
    ...{ name: '张三', bankCode: '102584000002', bankName: '工商银行' },
    accountNumber: '6222021001012345671',
  };
  const papers = (materialId: string, why: string) => [{ materialId, notApplying: { reason: why } }];
  const begin = { personId: owner, content: { ground, payee, papers: papers('settlement-proof', reason) } };
  const { body: draft } = await post('/withdrawal-drafts', self, begin);
  const path = `/withdrawal-drafts/${owner}/${draft.draftId}`;
  const submit = (version: number) => post(`${path}/submission`, self, { version });
  expect((await submit(1)).body.code).toBe('materials.everybody-needs-it');
  const save = async (version: number, content: object) => {
    const headers = { authorization: `Bearer ${self}`, 'idempotency-key': `save-${version}` };
    const url = `/api/v1${path}`;
    const saved = await api.server.inject({ method: 'PUT', url, headers, payload: { version, content } });
    expect(saved.statusCode).toBe(200);
  };
  await save(1, { ground, payee, papers: papers(paper, '') });
  expect((await submit(2)).body.code).toBe('withdrawal.draft-incomplete');
  await save(2, { ground, payee, papers: papers(paper, reason) });
  const applied = await submit(3);
  expect(applied.body).toMatchObject({ state: 'submitted' });
  const number = String(applied.body.number);
  expect(await paperOf(number, paper)).toMatchObject({
    state: 'unchecked',
    given: [{ notApplying: reason }],
  });
  const letters = await get(`/cases/${number}/letters`, self);
  expect(letters.status).toBe(200);
});

test('the letter that asks for a paper says why the answer in its place does not serve, what the clerk adds, and until when', async () => {
  const { owner, self } = await settledAbroad('told');
  const { body: opened } = await post('/withdrawals', clerk, { personId: owner, ground });
  const number = String(opened.number);
  await say(number, self, paper, reason);
  const note = '派出所登记您的户口 2019 年才迁出';
  const judged = { verdict: 'rejected', reason: 'does-apply', note };
  expect((await judge(number, paper, judged)).status).toBe(200);
  const request = await post(`/withdrawals/${number}/materials-request`, clerk, { note: '请一次寄齐' });
  expect(request.status).toBe(200);
  const { waitingFor } = (await get(`/withdrawals/${number}`, self)).body;
  const { items } = (await get(`/cases/${number}/letters`, self)).body;
  const { seq } = items.find(({ kind }: { kind: string }) => kind === 'papers-request');
  const at = (language: string) => `/api/v1/cases/${number}/letters/${seq}/html?language=${language}`;
  const page = async (language: string) => {
    const headers = { authorization: `Bearer ${self}` };
    return (await api.server.inject({ url: at(language), headers })).body;
  };
  for (const [language, why] of Object.entries(rejectReasons['does-apply'])) {
    const told = await page(language);
    expect(told.split(why)).toHaveLength(2); // of this paper alone
    for (const said of [note, '请一次寄齐', inWords(waitingFor.answerBy, language)])
      expect(told).toContain(said);
  }
  expect(await page('zh')).toContain('再给 5 个工作日');
  expect(await page('en')).toContain('or close the case');
});

function inWords(day: string, language: string): string {
  const [year, month, date] = day.split('-').map(Number);
  if (language === 'zh') return `${year}年${month}月${date}日`;
  const english = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(day).toLocaleDateString('en-GB', english);
}
