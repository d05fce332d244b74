import helmet from '@fastify/helmet';
import fastify from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { inFull } from '#platform/testing';
import { servePortal } from '../server/serve-portal.ts';
import type { Language } from './languages.ts';

export { barriers, inFull } from '#platform/testing';

/** The portal by itself, without an agency behind it. */
export async function portalAlone(): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const server = fastify();
  // As the API's server protects itself: what may be loaded elsewhere has to say so.
  await server.register(helmet);
  await servePortal(server, { region: '440300', demo: true });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return { address, stop: () => server.close() };
}

export const sizes = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 900 },
} as const;

const everyView = [
  ['zh', 'phone'],
  ['en', 'desk'],
  ['en', 'phone'],
  ['zh', 'desk'],
] as const;

/** The languages and sizes that the journeys are made in: both of each, and with `npm run e2e` every pair. */
export const views = inFull ? everyView : everyView.slice(0, 2);

export type Size = keyof typeof sizes;

/**
 * A journey is made in one language and size with `npm test`, and with `npm run e2e` in every pair of them; the number tells them apart,
 * so that each has people of its own.
 */
export function viewsOf(language: Language, size: Size): readonly (readonly [Language, Size, number])[] {
  const views: readonly (readonly [Language, Size])[] = inFull ? everyView : [[language, size]];
  return views.map((view, at) => [...view, at] as const);
}

export interface Visit {
  readonly page: Page;
  /** What the browser complained of: errors of scripts, of the network, of the content security policy. */
  readonly complaints: readonly string[];
  /** Every address that the browser asked for. */
  readonly asked: readonly string[];
}

export async function visit(
  browser: Browser,
  { url, size }: { readonly url: string; readonly size: { readonly width: number; readonly height: number } },
): Promise<Visit> {
  const page = await browser.newPage({ viewport: { ...size } });
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (said) => ['error', 'warning'].includes(said.type()) && complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(url);
  return { page, complaints, asked };
}

/** How far the page is wider than the window. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Whether the whole of it can be seen now, above what sticks to the foot of the window. */
export async function standsClear(page: Page, selector: string): Promise<boolean> {
  const boxOf = (what: string) => page.locator(what).first().boundingBox();
  const [box, button] = [await boxOf(selector), await boxOf('.go')];
  const foot = Math.min(button?.y ?? Number.POSITIVE_INFINITY, page.viewportSize()?.height ?? 0);
  return box !== null && box.y >= 0 && box.y + box.height <= foot;
}
