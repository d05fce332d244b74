import { shanghaiDate, showYuan, type Text } from '#basics';
import type { PeriodEntry, PeriodStatement } from './read-period.ts';

/** A statement of account as text for paper, in one language; it names nobody, so that it can lie beside the person's own. */
export function printStatement(statement: PeriodStatement, lang: keyof Text): string {
  const { from, to, known, openingFen, balanceFen, interestFen, entries } = statement;
  const say = (text: Text): string => text[lang];
  const asKnown: Text = known
    ? { zh: `按 ${known.toISOString()} 之前的记录`, en: `as recorded before ${known.toISOString()}` }
    : { zh: '按目前的记录', en: 'as recorded now' };
  return [
    say({ zh: `个人账户对账单  ${from} 至 ${to}`, en: `Statement of a personal account  ${from} to ${to}` }),
    say(asKnown),
    say({ zh: `期初余额  ${showYuan(openingFen)} 元`, en: `Opening balance  ${showYuan(openingFen)} yuan` }),
    say({
      zh: '生效日      记录日      用途  金额  余额',
      en: 'effective   recorded    what for  amount  balance',
    }),
    ...entries.map((entry) => entryLine(entry, lang)),
    say({ zh: `期末余额  ${showYuan(balanceFen)} 元`, en: `Closing balance  ${showYuan(balanceFen)} yuan` }),
    say({
      zh: `到 ${to} 为止尚未入账的利息  ${showYuan(interestFen)} 元`,
      en: `Interest borne to ${to}, not yet credited  ${showYuan(interestFen)} yuan`,
    }),
    ...(statement.next ? [say({ zh: '（后面还有）', en: '(more follows)' })] : []),
  ].join('\n');
}

function entryLine(
  { effectiveOn, recordedAt, purposeName, changeFen, balanceFen }: PeriodEntry,
  lang: keyof Text,
): string {
  const amount = `${changeFen > 0n ? '+' : ''}${showYuan(changeFen)}`;
  return [effectiveOn, shanghaiDate(recordedAt), purposeName[lang], amount, showYuan(balanceFen)].join('  ');
}
