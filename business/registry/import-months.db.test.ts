import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, header, openDesk, taken } from './registry.testing.ts';
import { situationOf } from './situation-of.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.nextSeries());

describe('Importing paid months', () => {
  const months = '证件类型,证件号码,起始月份,截止月份,缴费基数,缴费地';

  test('counts overlapping months once and points the overlap out', async () => {
    await desk.people([header, desk.person(1)]);
    const report = taken(
      await desk.months([
        months,
        `身份证,${desk.numberOf(1)},2020-01,2020-06,5000,440300`,
        `身份证,${desk.numberOf(1)},202004,2020/9,6000.50,510100`,
      ]),
    );
    expect(report).toMatchObject({ outcome: 'taken-in', newCount: 2 });
    expect(report.notices.map(({ line, detail }) => `${line} ${detail.en}`)).toEqual([
      '3 2020-04 – 2020-06 is listed by line 2 too; each month is counted once.',
    ]);
    expect(
      (await situationOf(desk.db.app, { owner: (await desk.ownerOf(1)) ?? '' }))?.relationship?.paidMonths,
    ).toBe(9);
    const again = taken(
      await desk.months([months, '', `身份证,${desk.numberOf(1)},2020-01,2020-06,5000,440300`]),
    );
    expect(again).toMatchObject({ newCount: 0, onRecordCount: 1 });
    expect(await desk.broughtBy('months.csv')).toMatchObject({ periods: 0 });
  });

  test('refuses people who are not on record, months to come and the same line twice', async () => {
    await desk.people([header, desk.person(1)]);
    const line = `身份证,${desk.numberOf(1)},2020-01,2020-06,5000,440300`;
    const refused = await desk.months([
      months,
      line,
      line,
      `身份证,${desk.numberOf(2)},2020-01,2020-06,5000,440300`,
      `身份证,${desk.numberOf(1)},2022-01,2022-08,5000,999999`,
      `身份证,${desk.numberOf(1)},2021-05,2021-04,,440300`,
    ]);
    const paths = refused.ok ? [] : refused.refusal.problems?.map(({ path }) => path);
    expect(paths).toEqual([
      'line 3',
      'line 4.document_number',
      'line 5.to_month',
      'line 5.origin_region',
      'line 6.to_month',
      'line 6.base',
    ]);
  });
});
