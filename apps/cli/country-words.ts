import type { CountryReport, Distribution, LegTimes } from '#apps/country';
import { showYuan, type Text } from '#basics';
import { delayCauses, legOutcomes } from '#business/transfer';
import { type Frame, say } from './frame.ts';

/** A simulated country in words. */
export function countryWords(frame: Frame, report: CountryReport, picture: string | null): string {
  const { from, livedUntil, until, seed, regions, people, moved, over, open } = report;
  const head = {
    zh: `模拟（合成数据，种子 ${seed}）：${regions.length} 家机构，${people} 人，${from} 至 ${livedUntil}`,
    en: `Simulated (synthetic, seed ${seed}): ${regions.length} agencies, ${people} people, ${from} to ${livedUntil}`,
  };
  const moves = {
    zh: `转移 ${moved} 人：${over} 人两个环节都已办完，${open} 人还在办理`,
    en: `${moved} people moved: both legs are over for ${over}, under way for ${open}`,
  };
  const interrupted = {
    zh: '中途停止，以下只到停止的那一天。',
    en: 'Interrupted: what follows is until then.',
  };
  return [
    say(frame, head),
    ...(livedUntil < until ? [say(frame, interrupted)] : []),
    say(frame, moves),
    ...asideWords(frame, report),
    say(frame, messageWords(report)),
    '',
    say(frame, legHead),
    ...report.legs.flatMap((leg) => legWords(frame, leg)),
    '',
    ...moneyWords(frame, report),
    ...(picture === null ? [] : ['', picture]),
  ].join('\n');
}

function messageWords({ messages, messagesPerSecond, seconds }: CountryReport): Text {
  const [rate, took] = [messagesPerSecond.toFixed(1), seconds.toFixed(0)];
  return {
    zh: `往来报文 ${messages} 份，每秒 ${rate} 份（实际用时 ${took} 秒）`,
    en: `${messages} messages, ${rate} a second of the ${took} s that it took`,
  };
}

function asideWords(frame: Frame, { turnedAway, beforeClerks }: CountryReport): readonly string[] {
  const away = Object.entries(turnedAway).map(([code, count]) => `${code} ${count}`);
  const told = {
    zh: `当场告知不能办：${away.join('，')}`,
    en: `Told at once what stands in the way: ${away.join(', ')}`,
  };
  const queue = {
    zh: `等经办处理的报文 ${beforeClerks} 份`,
    en: `${beforeClerks} messages wait before clerks`,
  };
  return [...(away.length > 0 ? [say(frame, told)] : []), ...(beforeClerks > 0 ? [say(frame, queue)] : [])];
}

const legHead: Text = {
  zh: '工作日：中位数 / 九成以内 / 最长；时间花在谁手里，占全部的百分比',
  en: 'Working days: median / nine in ten within / longest; whose days they were, in percent of all',
};
const directions = { out: { zh: '转出', en: 'leaving' }, in: { zh: '转入', en: 'coming' } } as const;
const legNames = { record: { zh: '关系', en: 'record' }, balance: { zh: '余额', en: 'balance' } } as const;

function legWords(
  frame: Frame,
  { direction, leg, outcome, count, days, causes }: LegTimes,
): readonly string[] {
  const names = [directions[direction], legNames[leg], legOutcomes[outcome]].map((name) => say(frame, name));
  const all = Math.max(1, days.sum);
  return [
    `${names.join('  ')}  (${count})  ${spread(days)}`,
    ...causes.map(
      (held) =>
        `    ${say(frame, delayCauses[held.cause])}  ${spread(held)}  ${Math.round((held.sum * 100) / all)} %`,
    ),
  ];
}

function spread({ median, ninetieth, most }: Distribution): string {
  return `${median} / ${ninetieth} / ${most}`;
}

function moneyWords(frame: Frame, { conservation, proved }: CountryReport): readonly string[] {
  const { before, after, differenceFen, banksDifferenceFen, unequal } = conservation;
  const rows: readonly (readonly [Text, bigint, bigint])[] = [
    [{ zh: '个人账户', en: 'personal accounts' }, before.personalFen, after.personalFen],
    [{ zh: '转移清算', en: 'clearing between agencies' }, before.clearingFen, after.clearingFen],
    [{ zh: '待查款项', en: 'suspense' }, before.suspenseFen, after.suspenseFen],
    [{ zh: '应付款', en: 'payable' }, before.payableFen, after.payableFen],
    [{ zh: '银行在途', en: 'under way between banks' }, before.underWayFen, after.underWayFen],
    [{ zh: '已付给个人', en: 'paid to persons' }, before.personsFen, after.personsFen],
    [{ zh: '减：其间的利息', en: 'less the interest since' }, before.interestFen, after.interestFen],
  ];
  const lost = {
    zh: `全国的钱：差额 ${showYuan(differenceFen)} 元；银行之间差额 ${showYuan(banksDifferenceFen)} 元；账不平的机构 ${unequal.length} 家`,
    en: `The country’s money: ${showYuan(differenceFen)} yuan apart; the banks’: ${showYuan(banksDifferenceFen)} yuan; ${unequal.length} agencies whose books are not equal`,
  };
  const proofs = {
    zh: `核验：${proved.agencies} 家机构，${proved.proofs} 项，${proved.broken.length} 项不成立`,
    en: `Verified: ${proved.agencies} agencies, ${proved.proofs} proofs, ${proved.broken.length} of them broken`,
  };
  return [
    ...rows.map(([name, then, now]) => `${say(frame, name)}  ${showYuan(then)} → ${showYuan(now)}`),
    say(frame, lost),
    say(frame, proofs),
    ...proved.broken.map((broken) => `    ${broken}`),
  ];
}
