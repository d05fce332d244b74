import type { Page } from 'playwright-core';
import { pageOf } from '../ui/links.ts';
import type { MyState } from './my-states.ts';
import { heirs } from './succession.ts';
import { invitedHeir, successorIn, type Visitor } from './visitors.ts';

const applicant = successorIn('in-review');
const beginner = successorIn('draft');
const estate = ({ number }: Visitor) => pageOf.estate(number);
const part =
  (name: string) =>
  ({ number }: Visitor) =>
    pageOf.ofEstate(number, name);
const byLink = ({ secret = '' }: Visitor) => `/heir#${secret}`;

const onceDecided = { decided: true, accountNamed: true };
/** A window named it, and mistyped it. */
const account = {
  namedBy: 'window',
  shown: {
    ...{ name: '梁**', bankName: '中国工商银行深圳福田支行', accountTail: '0071' },
    doubts: [
      {
        id: 'card-check-digit',
        text: {
          zh: '账号形如银行卡号，但校验位不符，请核对',
          en: 'The number looks like a bank card’s, but its check digit does not fit: compare it with the card',
        },
      },
    ],
  },
};
const shares = {
  paid: {
    ...{ standing: 'open', result: 'paid', paidOn: '2026-12-06', amountFen: '1487379' },
    where: { zh: '已付到收款账户。', en: 'It was paid to the payee’s account.' },
  },
  back: {
    ...{ standing: 'open', result: 'returned', paidOn: null, amountFen: null },
    where: {
      zh: '银行退回（账号有误），等更正收款账户后再付。',
      en: 'The bank sent it back (wrong account number); name another account and it is paid again.',
    },
  },
};

/** As the link shows it before anybody has divided anything. */
const unshared = seenAs(() => ({ shares: [], basis: null }));

/** After a death: who applies, and who answers by a link. */
export const heirStates: readonly MyState[] = [
  { name: 'heir-begin', whose: successorIn('withdrawn-by-applicant', 'draft'), at: pageOf.heir },
  { name: 'heir-nobody-yet', whose: beginner, at: pageOf.heir },
  { name: 'heir-death', whose: beginner, at: part('death') },
  { name: 'heir-new', whose: beginner, at: part('heirs/new') },
  { name: 'heir-new-empty', whose: beginner, at: part('heirs/new'), presses: ['form .btn.primary'] },
  { name: 'heir-new-child', whose: applicant, at: part('heirs/new'), acts: aChild },
  { name: 'heir-estate', whose: applicant, at: estate },
  { name: 'heir-estate-big', whose: applicant, at: estate, bigType: true },
  { name: 'heir-estate-narrow', whose: applicant, at: estate, narrow: true },
  { name: 'heir-shares', whose: applicant, at: part('shares') },
  { name: 'heir-shares-by-will', whose: applicant, at: part('shares'), presses: ['.opt:has(#basis-will)'] },
  { name: 'heir-invite', whose: applicant, at: estate, acts: follow('a[href$="/link"]') },
  { name: 'heir-account', whose: applicant, at: estate, acts: follow('.heirs-list a[href$="/account"]') },
  { name: 'heir-answer', whose: applicant, at: estate, acts: follow('a[href$="/answer"]') },
  { name: 'heir-answer-waives', whose: applicant, at: estate, acts: ownWaiver },
  { name: 'heir-answer-empty', whose: applicant, at: estate, acts: ownNothing },
  { name: 'heir-paper-committed', whose: applicant, at: part('papers/succession-proof'), acts: commits },
  { name: 'heir-paper', whose: applicant, at: part('papers/succession-proof') },
  { name: 'heir-papers', whose: applicant, at: part('papers') },
  { name: 'heir-receipt', whose: applicant, at: part('receipt') },
  { name: 'invited', whose: invitedHeir(heirs.spouse), at: byLink, open: true },
  { name: 'invited-big', whose: invitedHeir(heirs.spouse), at: byLink, open: true, bigType: true },
  { name: 'invited-answer', whose: invitedHeir(heirs.spouse), at: byLink, open: true, acts: answer },
  { name: 'invited-objects', whose: invitedHeir(heirs.spouse), at: byLink, open: true, acts: object },
  { name: 'invited-waives', whose: invitedHeir(heirs.spouse), at: byLink, open: true, acts: waive },
  {
    name: 'invited-unshared',
    whose: invitedHeir(heirs.spouse),
    at: () => '/heir',
    open: true,
    acts: unshared,
  },
  {
    name: 'invited-paid',
    whose: invitedHeir(heirs.spouse),
    at: () => '/heir',
    open: true,
    acts: seenAs(({ paid }) => ({ ...onceDecided, ownShare: [paid], account, mayAnswer: false })),
  },
  {
    name: 'invited-came-back',
    whose: invitedHeir(heirs.spouse),
    at: () => '/heir',
    open: true,
    acts: seenAs(({ back }) => ({
      ...{ ...onceDecided, ownShare: [back], accountLacks: true, byRelative: true },
      account: { ...account, shown: null },
    })),
  },
  { name: 'invited-ended', whose: null, at: () => '/heir#sxh_this-link-has-ended', open: true },
];

/** A link of the page, to where it leads. */
function follow(selector: string): (page: Page) => Promise<void> {
  return async (page) => {
    const link = page.locator(selector).first();
    const to = (await link.getAttribute('href')) ?? '';
    await link.click();
    await page.waitForURL(`**${to}`);
    await page.locator('main:not([aria-busy]) .back').waitFor();
  };
}

const ownAnswer = follow('a[href$="/answer"]');

async function ownWaiver(page: Page): Promise<void> {
  await ownAnswer(page);
  const waiver = page.locator('.opt:has(#own-waive)');
  if ((await waiver.count()) > 0) await waiver.click();
}

async function ownNothing(page: Page): Promise<void> {
  await ownAnswer(page);
  await page.locator('.go .btn').click();
  await page.locator('.errors').waitFor();
}

async function commits(page: Page): Promise<void> {
  await page.locator('.opt:has([id*=commitment])').first().click();
  await page.locator('#signer').waitFor();
}

/** What the link shows, but for this: a state that takes days to come to. */
function seenAs(but: (of: typeof shares) => object): (page: Page, visitor: Visitor) => Promise<void> {
  return async (page, visitor) => {
    await page.route('**/heir-links/view', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...(await answer.json()), ...but(shares) } });
    });
    const link = `${page.url().split('#')[0]}#${visitor.secret}`;
    await page.goto('about:blank'); // a link that is opened where its page is starts that page anew by itself
    await page.goto(link);
    await page.locator('.task-list').waitFor();
  };
}

async function aChild(page: Page): Promise<void> {
  await page.locator('#heir-name').fill('何小平');
  await page.locator('.opt:has(#relation-child)').click();
  await page.locator('#born').fill('2016');
  await page.locator('#born-month').fill('3');
  await page.locator('#born-day').fill('4');
  await page.locator('#guardian-name').waitFor();
}

async function answer(page: Page): Promise<void> {
  await page.locator('a[href$="/answer"]').first().click();
  await page.locator('main form').waitFor();
}

async function object(page: Page): Promise<void> {
  await answer(page);
  await page.locator('.opt:has(#word-object)').click();
  await page.locator('form .btn.primary').click();
  await page.locator('.errors').waitFor();
}

async function waive(page: Page): Promise<void> {
  await answer(page);
  await page.locator('.opt:has(#word-waive)').click();
}
