import { expect, test } from 'vitest';
import { plainDate, yearMonth } from '#basics';
import { readBody } from '../messages/read-body.ts';
import { type SheetFacts, writeSheet } from './write-sheet.ts';

const period = (from: string, to: string, more: { deemed?: boolean; baseFen?: bigint } = {}) => ({
  ...{ fromMonth: yearMonth(from), toMonth: yearMonth(to), baseFen: 672_700n, deemed: false, ...more },
});
const identity = { type: 'citizen-id', number: '440301199003074714' } as const;
const facts: SheetFacts = {
  ...{ person: { name: '王移', nameLatin: null, identity }, sex: 'male' },
  sending: { region: '510100', agency: '成都' },
  receiving: { region: '440300', agency: '深圳' },
  periods: [],
  ...{ stoppedOn: plainDate('2026-06-30'), endedOn: plainDate('2026-07-01'), account: null },
};
const sheet = (...periods: SheetFacts['periods']) =>
  writeSheet({ ...facts, periods }, { revision: 1, replaces: null });

test('the sheet of somebody who moves on tells months that count as paid as such, and each month once, as paid where it was', () => {
  const written = sheet(
    period('2018-01', '2018-12', { deemed: true }),
    period('2018-06', '2019-03'),
    period('2018-10', '2018-11', { baseFen: 1n }),
    period('2026-01', '2026-06'),
  );
  expect(written.periods.map(({ from, to, months, basis }) => [from, to, months, basis])).toEqual([
    ['2018-01', '2018-05', 5, 'deemed'],
    ['2018-06', '2019-03', 10, 'actual'],
    ['2026-01', '2026-06', 6, 'actual'],
  ]);
  expect(written).toMatchObject({ paidMonths: 16, deemedMonths: 5, interruptedMonths: 81 });
  expect(readBody('information-sheet', written)).toMatchObject({ ok: true });
});
