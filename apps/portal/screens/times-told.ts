import type { Page } from 'playwright-core';
import { plainDate, yearMonth } from '#basics';
import type { GroupTimes, TransferTimes } from '#business/transfer/public';
import { answered } from './as-answered.ts';

/** The picture of an agency that has moved many people: a demo has moved too few for one to be told. */
export async function timesTold(page: Page): Promise<void> {
  await answered(page, '**/api/v1/transfer-times', { status: 200, json: told });
  await page.reload();
  await page.locator('.bars').first().waitFor();
}

const places = {
  chengdu: { region: '510100', name: { zh: '成都市', en: 'Chengdu' } },
  guangzhou: { region: '440100', name: { zh: '广州市', en: 'Guangzhou' } },
};

const told: TransferTimes = {
  ...{ from: yearMonth('2025-12'), to: yearMonth('2026-11'), until: plainDate('2026-11-29') },
  ...{ leastShown: 5, fewLeftOut: true },
  items: [
    ...(['out', 'in'] as const).flatMap((direction): readonly GroupTimes[] => [
      group({ direction, transfers: 640, median: days(9), ninetieth: days(15) }),
      group({ direction, partner: places.chengdu, transfers: 85, median: days(11), ninetieth: days(22) }),
      group({ direction, partner: places.guangzhou, transfers: 10, median: days(6), ninetieth: null }),
      group({ direction, leg: 'balance', outcome: 'credited', transfers: 590, median: days(13) }),
    ]),
    group({ outcome: 'declined', transfers: 15, median: days(4) }),
    group({ leg: 'balance', outcome: 'refused', partner: places.chengdu, transfers: 10, median: days(8) }),
  ],
};

function group(of: Partial<GroupTimes>): GroupTimes {
  const ofPartner = { zh: '对方经办机构', en: 'The other agency' };
  return {
    ...{ direction: 'out', leg: 'record', outcome: 'moved', partner: null, transfers: 5 },
    ...{ median: days(7), ninetieth: days(18) },
    causes: [{ cause: 'partner', name: ofPartner, median: days(3), ninetieth: days(9) }],
    ...of,
  };
}

function days(working: number) {
  return { working, calendar: Math.round(working * 1.4) };
}
