/** A whole application by whoever acts for somebody, in English, by keyboard alone, and what becomes of it when the mandate ends. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { testJpeg } from '#platform/testing';
import { choose, pressOn, typeInto } from '../heir/keyboard.testing.ts';
import { agencyInBrowser } from '../ui/agency-in-browser.testing.ts';
import { looked } from '../ui/journey.testing.ts';
import { sizes, visit } from '../ui/portal.testing.ts';

const password = 'three wet otters sing';
const certificate = 'nationality-loss-certificate';

const { agency, browser } = await agencyInBrowser();
let principal: string;

beforeAll(async () => {
  principal = await agency.bring({
    ...{ name: '林晓岚', number: '440301199001011218', status: 'suspended', balance: '12345.67' },
  });
  const fact = { entry: { kind: 'nationality-lost', on: '2026-09-15' }, paperReference: 'P-1' };
  const { factId } = await agency.atWindow<{ factId: string }>(`/people/${principal}/facts`, fact);
  await call(`/people/${principal}/facts/${factId}/decision`, { confirmed: true }, 'token-reviewer');
  await activate('lin.xiaolan', principal);
  const agentId = await agency.bring({
    ...{ name: '周建国', number: '440301199001021221', status: 'suspended', balance: '1.00' },
  });
  await activate('zhou.jianguo', agentId);
});

test('an agent applies for somebody from the ground to the receipt by keyboard alone, and keeps what they wrote when the mandate ends', async () => {
  const giver = await tokenOf('lin.xiaolan');
  const mandate = await mandated(giver);
  const { page } = await visit(browser, { url: `${agency.address}/en/my/capacities`, size: sizes.desk });
  await typeInto(page, '#login-name', 'zhou.jianguo');
  await typeInto(page, '#password', password);
  await page.keyboard.press('Enter');
  await pressOn(page, page.getByRole('button', { name: /^Agent/ }));
  await pressOn(page, page.getByRole('button', { name: 'Act for 林晓岚' }));
  await page.locator('.acting-for').waitFor();
  expect(await page.locator('.start-list a').allInnerTexts()).toHaveLength(1);
  await pressOn(page, page.locator('.start-list a'));
  await choose(page, '#ground-nationality-lost');
  await looked(page);
  await page.keyboard.press('Enter');
  await page.locator('.task-list').waitFor();
  expect(await page.locator('.acting-for').innerText()).toContain('You act for 林晓岚');
  const draft = page.url();
  await pressOn(page, page.locator('.task-list a', { hasText: 'Certificate of the loss' }));
  await upload(page, `#paper-${certificate}`, 3);
  await pressOn(page, page.locator('.task-list a', { hasText: 'Account for the payment' }));
  await page.locator('#payee-accountNumber').waitFor();
  expect(await page.locator('#payee-name').inputValue()).toBe('林晓岚');
  await typeInto(page, '#payee-accountNumber', '6222 0202');
  await saved(page);
  // The mandate ends while the account is half typed.
  await call(`/mandates/${mandate}/end`, { ownerId: principal }, giver);
  await page.keyboard.type(' 0011');
  await page.locator('.errors').waitFor();
  expect(await page.locator('.errors').innerText()).toContain('mandate');
  expect(await page.locator('#payee-accountNumber').inputValue()).toBe('6222 0202 0011');
  await looked(page);
  await pressOn(page, page.locator('.back'));
  await page.getByText('You have no valid mandate now').waitFor();
  await looked(page);
  const kept = await page.request.get(`${agency.address}/api/v1/people/${principal}/account`);
  expect(kept.status()).toBe(404);
  // Given anew, it goes on where it was.
  await mandated(giver);
  await page.goto(draft);
  await page.locator('.task-list').waitFor();
  await pressOn(page, page.locator('.acting-for').getByRole('link', { name: 'Cases' }));
  await pressOn(page, page.getByRole('link', { name: 'Go on with it' }));
  await pressOn(page, page.locator('.task-list a', { hasText: 'Account for the payment' }));
  expect(await page.locator('#payee-accountNumber').inputValue()).toBe('6222 0202');
  await page.locator('#payee-accountNumber').focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' 0011 2233 446');
  await typeInto(page, '#payee-bankCode', '102584000002');
  await typeInto(page, '#payee-bankName', '中国工商银行深圳福田支行');
  await saved(page);
  await pressOn(page, page.locator('.go .btn'));
  // Who applies for somebody else shows who they are.
  await pressOn(page, page.locator('.task-list a', { hasText: 'identity document of the applicant' }));
  await upload(page, '#paper-identity-document', 4);
  await pressOn(page, page.locator('.task-list a', { hasText: 'Read it over' }));
  await looked(page);
  await pressOn(page, page.locator('.hand-in .btn'), 'twice');
  await page.locator('.receipt-card').waitFor();
  expect(await page.locator('main').innerText()).toContain('The person you act for gets the decision');
  await looked(page);
  const [number = ''] = await page.locator('.receipt-card .number').allInnerTexts();
  const history = await agency.db.superuser.rows(
    `SELECT DISTINCT a.actor_kind AS kind FROM case_action a JOIN case_locator l ON l.owner_id = a.owner_id AND l.case_id = a.case_id
      WHERE l.number = $1`,
    [number],
  );
  expect(history).toEqual([{ kind: 'agent' }]);
  await page.close();
}, 120_000);

/** The principal lets the agent withdraw and look, until a day; accepted by the agent. Answers its id. */
async function mandated(giver: string): Promise<string> {
  const terms = { agentName: '周建国', scope: ['withdrawal', 'record'], untilOn: '2099-12-31' };
  const { mandateId, code } = await call<{ mandateId: string; code: string }>('/mandates', terms, giver);
  await call('/mandates/acceptance', { code }, await tokenOf('zhou.jianguo'));
  return mandateId;
}

async function tokenOf(loginName: string): Promise<string> {
  const asked = { as: 'person', loginName, password, capacity: 'insured', deliver: 'token' };
  return (await agency.publicly<{ token: string }>('/sessions', asked)).token;
}

let calls = 0;

async function call<T>(path: string, body: object, token: string): Promise<T> {
  calls += 1;
  const answer = await fetch(`${agency.address}/api/v1${path}`, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      'idempotency-key': `agent-applies-${calls}`,
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (answer.status === 204 ? null : await answer.json()) as T; // as the API's document says
}

async function activate(loginName: string, personId: string): Promise<void> {
  const code = await agency.codeFor(personId);
  await agency.publicly('/logins', { by: 'window-code', code, loginName, password });
}

/** A picture for a paper, by keyboard, and back to the list. */
async function upload(page: Page, paper: string, height: number): Promise<void> {
  await page.locator('#pages').or(page.locator(paper)).first().waitFor({ state: 'attached' });
  if ((await page.locator(paper).count()) > 0) await choose(page, paper);
  await page.locator('#pages').waitFor({ state: 'attached' });
  const chooser = page.waitForEvent('filechooser');
  await page.locator('#pages').focus();
  await page.keyboard.press('Space');
  await (await chooser).setFiles({
    ...{ name: 'page.jpg', mimeType: 'image/jpeg', buffer: testJpeg({ height }) },
  });
  await page.locator('.page-card img').waitFor();
  await looked(page);
  await pressOn(page, page.locator('.go .btn'));
}

async function saved(page: Page): Promise<void> {
  await page.locator('.saved-line', { hasText: 'Saved at' }).waitFor();
}
