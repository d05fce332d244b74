import type { Browser, BrowserContext, Page } from 'playwright-core';
import { homeOfMy } from '../ui/links.ts';
import { type DemoCity, demoPassword, onlyOnce } from './demo-city.ts';
import type { MyState } from './my-states.ts';
import { nobody } from './visitors.ts';

export interface Look {
  readonly language: 'zh' | 'en';
  readonly size: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor?: number;
}

/** Brings a new page of the browser to a state, as whoever it is about; the caller shuts its context. */
export async function showMine(
  browser: Browser,
  { city, state, look }: { readonly city: DemoCity; readonly state: MyState; readonly look: Look },
): Promise<Page> {
  const { language, size, deviceScaleFactor = 1 } = look;
  const viewport = state.narrow ? { ...size, width: 320 } : { ...size };
  const extraHTTPHeaders = { 'X-Forwarded-For': nextAddress() };
  const context = await browser.newContext({ viewport, deviceScaleFactor, extraHTTPHeaders });
  try {
    const visitor = (await state.whose?.(city)) ?? nobody;
    if (visitor.loginName !== '') await signIn(context, { ...visitor, city });
    const page = await context.newPage();
    const { bigType, printed, presses = [], acts } = state;
    if (bigType) await page.addInitScript("localStorage.setItem('suixing.type', 'big')");
    const below = state.open ? `/${language}` : homeOfMy(language);
    await page.goto(`${city.address}${below}${state.at(visitor)}`);
    await settled(page);
    for (const selector of presses) await page.locator(selector).first().click();
    await acts?.(page, visitor);
    if (presses.length > 0 || acts) await settled(page);
    if (printed) await page.emulateMedia({ media: 'print' });
    return page;
  } catch (fault) {
    await context.close();
    throw new Error(`${state.name}: ${fault instanceof Error ? fault.message : fault}`);
  }
}

let visits = 0;

/** Nobody looks at hundreds of pages in a few minutes: what one address may ask for in a minute is for one person. */
function nextAddress(): string {
  visits += 1;
  return `10.0.${Math.floor(visits / 250)}.${(visits % 250) + 1}`;
}

/** The program is there, and nothing is awaited any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('main:not([aria-busy]) h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('main .coming') === null);
}

/** At the API, with the cookie that the form would bring. */
async function signIn(
  context: BrowserContext,
  who: { readonly city: DemoCity; readonly loginName: string; readonly capacity: string },
): Promise<void> {
  const { city, loginName, capacity } = who;
  const cookie = await onlyOnce(city.cookies, `${loginName} ${capacity}`, async () => {
    const answer = await fetch(`${city.address}/api/v1/sessions`, {
      method: 'POST',
      body: JSON.stringify({ as: 'person', loginName, capacity, password: demoPassword }),
      headers: { 'X-Suixing': '1', 'Content-Type': 'application/json' },
    });
    const [set] = answer.headers.getSetCookie();
    if (!set) throw new Error(`${loginName} does not get in: ${await answer.text()}`);
    return set;
  });
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
  await context.addCookies([{ name, value, url: city.address, httpOnly: true }]);
}
