import { isYearMonth, refuse, type Text } from '#basics';
import {
  type GroupTimes,
  legOutcomes,
  type TransferTimes,
  type TransferTimesContext,
  transferTimes,
} from '#business/transfer';
import type { Database } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';

/** `suixing transfer times [--from M] [--to M] [--partner R]`: what the public is told, without a login. */
export async function showTransferTimes(
  frame: Frame,
  asked: {
    readonly agency: TransferTimesContext & { readonly database: Database };
    readonly from?: string;
    readonly to?: string;
    readonly partner?: string;
  },
): Promise<ExitCode> {
  const { agency: context, from = null, to = null, partner = null } = asked;
  const bad = (name: string) =>
    conclude(frame, refuse({ code: 'cli.bad-value', figures: { name } }), () => '');
  if (from !== null && !isYearMonth(from)) return bad('--from');
  if (to !== null && !isYearMonth(to)) return bad('--to');
  if (partner !== null && !/^\d{6}$/.test(partner)) return bad('--partner');
  const told = await transferTimes(context.database, { context, from, to, partner });
  return conclude(frame, told, (times) => words(frame, times));
}

function words(frame: Frame, { from, to, until, items, leastShown, fewLeftOut }: TransferTimes): string {
  const head = {
    zh: `${from} 至 ${to}（统计到 ${until}），工作日（自然日）：中位数，九成以内`,
    en: `${from} to ${to} (counted up to ${until}), working days (calendar days): median, nine in ten within`,
  };
  const few = {
    zh: `少于 ${leastShown} 件的不公布。`,
    en: `Fewer than ${leastShown} transfers are not shown.`,
  };
  const tooFew = {
    zh: '九成以内向上取整到五天；不足十件的不写（–），免得看出某一个人等了多久。',
    en: 'Nine in ten is rounded up to whole fives of days, and is left out (–) of fewer than ten, since it would be one person’s wait.',
  };
  return [
    say(frame, head),
    ...items.flatMap((item) => groupWords(frame, item)),
    ...(items.length === 0 ? [] : [say(frame, tooFew)]),
    ...(fewLeftOut || items.length === 0 ? [say(frame, few)] : []),
  ].join('\n');
}

function groupWords(frame: Frame, item: GroupTimes): readonly string[] {
  const { partner, direction, leg, outcome, transfers, causes } = item;
  const who = partner ? `${partner.region} ${say(frame, partner.name)}` : say(frame, everybody);
  const what = [say(frame, directions[direction]), say(frame, legs[leg]), say(frame, legOutcomes[outcome])];
  const least = { zh: `至少 ${transfers} 件`, en: `at least ${transfers}` };
  return [
    [who, ...what, say(frame, least), timesWords(item)].join('  '),
    ...causes.map((cause) => `    ${say(frame, cause.name)}  ${timesWords(cause)}`),
  ];
}

function timesWords({ median, ninetieth }: Pick<GroupTimes, 'median' | 'ninetieth'>): string {
  const days = ({ working, calendar }: GroupTimes['median']) => `${working} (${calendar})`;
  return `${days(median)}, ${ninetieth === null ? '–' : days(ninetieth)}`;
}

const everybody: Text = { zh: '全部机构', en: 'all agencies' };
const directions = { out: { zh: '转出', en: 'leaving' }, in: { zh: '转入', en: 'coming' } } as const;
const legs = { record: { zh: '关系', en: 'record' }, balance: { zh: '余额', en: 'balance' } } as const;
