/** A mandate from its giving to its end, as both sides use it: against the real API, on a phone in Chinese and at a desk in English. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { citizenNumber } from '#apps/demo';
import { plainDate } from '#basics';
import { agencyInBrowser } from '../ui/agency-in-browser.testing.ts';
import { looked, signIn } from '../ui/journey.testing.ts';
import { type Language, sayIn } from '../ui/languages.ts';
import { inFull, sizes, viewsOf, visit } from '../ui/portal.testing.ts';

const password = 'three wet otters sing';

const { agency, browser } = await agencyInBrowser();

beforeAll(async () => {
  const agent = { name: '周建国', number: '440301199001021221' };
  await activate('zhou.jianguo', await agency.bring({ ...agent, status: 'suspended', balance: '12345.67' }));
});

test.each(viewsOf('zh', 'phone'))(
  'in %s on a %s somebody lets another act in one thing, who in the other language and size sees and does that and nothing else, until it is ended',
  async (language, size, at) => {
    const given = { language, size, say: sayIn(language) };
    const acts =
      language === 'zh'
        ? ({ language: 'en', say: sayIn('en') } as const)
        : ({ language: 'zh', say: sayIn('zh') } as const);
    const { giverId, loginName, transfer } = await whoGives(at);
    const giver = await signedIn(language, size, { loginName, path: '/mandates' });
    const code = await give(giver, language, {
      what: [given.say({ zh: '转出到别的城市', en: 'Transfer to another city' })],
      until: 'quarter',
    });
    expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    const agent = await signedIn(acts.language, size === 'phone' ? 'desk' : 'phone', {
      loginName: 'zhou.jianguo',
      path: '/capacities',
    });
    await agent.locator('#mandate-code').fill(code.toLowerCase());
    await agent.locator('section:has(#mandate-code) button').click();
    await agent.getByText(acts.say({ zh: '接受了。', en: 'Accepted.' })).waitFor();
    await looked(agent);
    await agent.getByRole('button', { name: acts.language === 'zh' ? /^代办人/ : /^Agent/ }).click();
    await agent.locator('.principal').waitFor();
    await looked(agent);
    await agent
      .getByRole('button', {
        name: acts.say({ zh: '替{name}办事', en: 'Act for {name}' }, { name: '林晓岚' }),
      })
      .click();
    await agent.locator('.case-list').waitFor();
    expect(await agent.locator('.acting-for').innerText()).toMatch(
      acts.language === 'zh' ? /您在替林晓岚办事[\s\S]*到/ : /You act for 林晓岚[\s\S]*until/,
    );
    await looked(agent);
    await agent.locator('.case-list a').first().click();
    await agent.locator('.legs').waitFor();
    expect(agent.url()).toContain(transfer);
    expect(await agent.locator('.acting-for').isVisible()).toBe(true);
    await agent.goto(`${agency.address}/${acts.language}/my/account`);
    await agent
      .getByRole('heading', {
        name: acts.say({ zh: '委托里没有这一项', en: 'The mandate does not cover this' }),
      })
      .waitFor();
    await looked(agent);
    const stolen = await agent.request.get(`${agency.address}/api/v1/people/${giverId}/account`);
    expect(stolen.status()).toBe(404);
    await giver
      .getByRole('link', { name: given.say({ zh: '好了，已经抄下', en: 'Done, I have the code' }) })
      .click();
    await giver.getByRole('button', { name: given.language === 'zh' ? /终止/ : /^End it/ }).click();
    await looked(giver);
    await giver.getByRole('button', { name: given.say({ zh: '确定终止', en: 'End it now' }) }).click();
    await giver.getByText(given.say({ zh: '已终止', en: 'Ended' })).waitFor();
    await agent.getByRole('link', { name: acts.say({ zh: '办理', en: 'Cases' }), exact: true }).click();
    await agent
      .getByText(acts.say({ zh: '现在没有有效的委托', en: 'You have no valid mandate now' }))
      .waitFor();
    expect(await agent.locator('.case-list .tag').first().innerText()).toBe(
      acts.say({ zh: '已终止', en: 'Ended' }),
    );
    await looked(agent);
    await agent.goto(`${agency.address}/${acts.language}/my/cases/${transfer}`);
    await agent
      .getByText(acts.say({ zh: '现在没有有效的委托', en: 'You have no valid mandate now' }))
      .waitFor();
    const after = await agent.request.get(`${agency.address}/api/v1/cases/${transfer}/place`);
    expect(after.status()).toBe(404);
    for (const page of [giver, agent]) await page.close();
  },
);

test.runIf(inFull)(
  'an agent who may look sees the account and the months, and changes back to what is their own',
  async () => {
    const { giverId, loginName } = await whoGives(9);
    const giver = await signedIn('zh', 'phone', { loginName, path: '/mandates' });
    const code = await give(giver, 'zh', {
      what: ['查看登记、账户和卡', '领取个人账户余额'],
      until: 'month',
    });
    const agent = await signedIn('zh', 'phone', { loginName: 'zhou.jianguo', path: '/capacities' });
    await agent.locator('#mandate-code').fill(code);
    await agent.locator('#mandate-code').press('Enter');
    await agent.getByText('接受了。').waitFor();
    await agent.getByRole('button', { name: /^代办人/ }).press('Enter');
    await agent.getByRole('button', { name: '替林晓岚办事' }).press('Enter');
    await agent.locator('.acting-for').getByRole('link', { name: '账户' }).press('Enter');
    await agent.locator('.bal .money').waitFor();
    expect(await agent.locator('.bal .money').innerText()).toContain('12,345.67');
    await looked(agent);
    await agent.locator('.acting-for').getByRole('link', { name: '缴费记录' }).click();
    await agent.locator('.large').waitFor();
    expect(await agent.locator('.case-list').count()).toBe(0);
    const viewings = await giver.request.get(`${agency.address}/api/v1/people/${giverId}/viewings`);
    expect(await viewings.text()).toContain('"actorKind":"agent"');
    await alsoActsFor('许安然', '440301199108087650');
    await agent.reload();
    await agent.locator('.acting-for').getByRole('link', { name: '换一位' }).waitFor();
    await agent.locator('.large').waitFor();
    expect(await agent.locator('.acting-who').innerText()).toContain('您在替林晓岚办事');
    await agent.locator('.acting-as a').click();
    await agent.getByRole('button', { name: /^参保人本人/ }).click();
    await agent.locator('.bal .money').waitFor();
    expect(await agent.locator('.acting-for').count()).toBe(0);
    expect(await agent.locator('main .who').innerText()).toContain('周**');
    await agent.getByRole('button', { name: '退出' }).click();
    await agent.getByRole('heading', { name: '已经退出' }).waitFor();
    expect(await agent.evaluate(() => sessionStorage.length)).toBe(0);
    for (const page of [giver, agent]) await page.close();
  },
);

/** Somebody else lets 周建国 look as well. */
async function alsoActsFor(name: string, number: string): Promise<void> {
  const personId = await agency.bring({ name, number, status: 'suspended', balance: '1.00' });
  await activate('xu.anran', personId);
  const terms = { agentName: '周建国', scope: ['record'], untilOn: '2099-12-31' };
  const { code } = await asInsured<{ code: string }>('xu.anran', '/mandates', terms);
  await asInsured('zhou.jianguo', '/mandates/acceptance', { code });
}

async function asInsured<T>(loginName: string, path: string, body: object): Promise<T> {
  const asked = { as: 'person', loginName, password, capacity: 'insured', deliver: 'token' };
  const { token } = await agency.publicly<{ token: string }>('/sessions', asked);
  const answer = await fetch(`${agency.address}/api/v1${path}`, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      'idempotency-key': `${loginName}-${path}`,
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (answer.status === 204 ? null : await answer.json()) as T; // as the API's document says
}

/** Somebody with a balance, a login and a transfer that was applied for. */
async function whoGives(at: number) {
  const number = citizenNumber({ area: '440301', bornOn: plainDate('1990-01-01'), sequence: 121 + at });
  const giverId = await agency.bring({ name: '林晓岚', number, status: 'suspended', balance: '12345.67' });
  const loginName = `lin.xiaolan.${at}`;
  await activate(loginName, giverId);
  const away = { personId: giverId, to: '510100' };
  const { number: transfer } = await agency.atWindow<{ number: string }>('/transfers-out', away);
  return { giverId, loginName, transfer };
}

/** Gives 周建国 a mandate, and answers the code that is told once. */
async function give(
  page: Page,
  language: Language,
  { what, until }: { readonly what: readonly string[]; readonly until: string },
): Promise<string> {
  const say = sayIn(language);
  await page.getByRole('link', { name: say({ zh: '委托别人', en: 'Let somebody act' }) }).click();
  await page.locator('#agent-name').fill('周建国');
  await looked(page);
  await page.keyboard.press('Enter');
  await page.locator('.opt:has(#which-all)').click();
  for (const each of what) await page.getByLabel(each).check();
  await looked(page);
  await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
  await page.locator(`.opt:has(#until-${until})`).click();
  await looked(page);
  await page.getByRole('button', { name: say({ zh: '继续', en: 'Continue' }) }).click();
  await page.getByRole('button', { name: say({ zh: '给出委托', en: 'Give the mandate' }) }).waitFor();
  await looked(page);
  await page.getByRole('button', { name: say({ zh: '给出委托', en: 'Give the mandate' }) }).click();
  await page.locator('.told-once').waitFor();
  await looked(page);
  return page.locator('.told-once .number').innerText();
}

async function activate(loginName: string, personId: string): Promise<void> {
  const code = await agency.codeFor(personId);
  await agency.publicly('/logins', { by: 'window-code', code, loginName, password });
}

/** In a browser of its own, as two people have. */
async function signedIn(
  language: 'zh' | 'en',
  size: 'phone' | 'desk',
  { loginName, path }: { readonly loginName: string; readonly path: string },
): Promise<Page> {
  const url = `${agency.address}/${language}/my${path}`;
  const { page } = await visit(browser, { url, size: sizes[size] });
  await signIn(page, { loginName, password });
  await page.locator('main h1:not(:text("登录")):not(:text("Sign in"))').first().waitFor();
  return page;
}
