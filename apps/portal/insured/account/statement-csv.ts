import { fenToYuan, type Text } from '#basics';

/** As much of an entry as a statement's file tells. */
export interface Line {
  readonly effectiveOn: string;
  readonly purposeName: Text;
  readonly changeFen: string;
  readonly balanceFen: string;
}

/** A statement as a file for a spreadsheet: the first line names the columns; a mark at its start tells that it is UTF-8. */
export function statementCsv(
  {
    openingFen,
    from,
    items,
  }: { readonly openingFen: string; readonly from: string; readonly items: readonly Line[] },
  language: keyof Text,
): string {
  const say = (text: Text): string => text[language];
  const rows = [
    [
      say({ zh: '日期', en: 'Day' }),
      say({ zh: '用途', en: 'What for' }),
      say({ zh: '金额（元）', en: 'Amount, yuan' }),
      say({ zh: '余额（元）', en: 'Balance, yuan' }),
    ],
    [from, say({ zh: '期初余额', en: 'Opening balance' }), '', fenToYuan(BigInt(openingFen))],
    ...items.map(({ effectiveOn, purposeName, changeFen, balanceFen }) => [
      effectiveOn,
      say(purposeName),
      fenToYuan(BigInt(changeFen)),
      fenToYuan(BigInt(balanceFen)),
    ]),
  ];
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted where it must be; words that a spreadsheet would take for a formula are words, and amounts stay amounts. */
function cell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) && !/^-?\d+\.\d\d$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
