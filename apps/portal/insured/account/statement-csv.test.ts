import { expect, it } from 'vitest';
import { statementCsv } from './statement-csv.ts';

it('a year’s statement as a file begins with what there was, and no spreadsheet takes its words for a formula', () => {
  const items = [
    {
      effectiveOn: '2026-01-26',
      purposeName: { zh: '缴费划入', en: '=1+1, "in"' },
      changeFen: '-8650',
      balanceFen: '1528673',
    },
  ];
  const file = statementCsv({ from: '2026-01-01', openingFen: '1537323', items }, 'en');
  expect(file).toBe(
    '\uFEFFDay,What for,"Amount, yuan","Balance, yuan"\r\n2026-01-01,Opening balance,,15373.23\r\n2026-01-26,"\'=1+1, ""in""",-86.50,15286.73\r\n',
  );
  expect(statementCsv({ from: '2026-01-01', openingFen: '0', items }, 'zh')).toContain(
    '2026-01-26,缴费划入,-86.50,15286.73',
  );
});
