import { type Result, refuse, showYuan, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type CarriedOut,
  carryOutRun,
  decideYear,
  type InterestContext,
  lastRatesRun,
  listRuns,
  previewRatesChange,
  previewYear,
  proposeRatesChange,
  proposeYear,
  type RunState,
  runOfYear,
  showCarriedOut,
  showRun,
  showTotals,
  stateOfRun,
  tellRun,
} from '#business/interest';
import type { InterestPreview, InterestRun, InterestRunKind, InterestTotals } from '#engines/ledger';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';
import { progressOn } from './progress-bar.ts';

/** A finance officer, or an auditor, at the keyboard. */
export interface InterestDesk {
  readonly agency: InterestContext;
  readonly caller: Caller;
}

/** A year's run or its reversal; or the change of rates to those of the law's data. */
export type RunAsked = InterestDesk &
  ({ readonly kind: 'credit' | 'reversal'; readonly year: number } | { readonly kind: 'rates' });

/** `interest run --year Y --preview` and `interest rates --preview`: control totals of now; nothing is written. */
export async function previewRun(frame: Frame, asked: RunAsked): Promise<ExitCode> {
  const bar = progressOn(frame);
  const told = await previewOf(asked, onAccounts(bar)).finally(bar.stop);
  if (!told.ok) return conclude(frame, told, () => '');
  const { totals } = told.value;
  show(frame, { kind: asked.kind, totals: showTotals(totals) }, () => totalsWords(frame, totals));
  return 0;
}

/**
 * `interest run --year Y` and `interest rates`: what is next: proposes it, shows what waits for the other officer, or carries
 * an approved run out, on from where it stood. Again is no harm.
 */
export async function runNext(frame: Frame, asked: RunAsked): Promise<ExitCode> {
  const { agency } = asked;
  const last = await lastOf(asked);
  const state = last && stateOfRun(last);
  if (last && state === 'running') return carryOut(frame, { agency, run: last });
  if (last && (state === 'proposed' || (state === 'finished' && asked.kind !== 'rates')))
    return showOne(frame, { agency, runId: last.id });
  const bar = progressOn(frame);
  const proposed = await proposalOf(asked, onAccounts(bar)).finally(bar.stop);
  if (!proposed.ok) return conclude(frame, proposed, () => '');
  show(frame, showRun(proposed.value), () => runWords(frame, { run: proposed.value, difference: null }));
  return 0;
}

function lastOf(asked: RunAsked): Promise<InterestRun | null> {
  const { database } = asked.agency;
  return asked.kind === 'rates' ? lastRatesRun(database) : runOfYear(database, asked);
}

type OnProgress = (done: { readonly accounts: bigint; readonly about: number }) => void;

function onAccounts(bar: ReturnType<typeof progressOn>): OnProgress {
  return ({ accounts, about }) => bar.to(accounts, BigInt(Math.round(about)));
}

function previewOf(asked: RunAsked, onProgress: OnProgress): Promise<Result<InterestPreview>> {
  if (asked.kind === 'rates') return previewRatesChange(asked.agency, { onProgress });
  return previewYear(asked.agency, { kind: asked.kind, year: asked.year, onProgress });
}

function proposalOf(asked: RunAsked, onProgress: OnProgress): Promise<Result<InterestRun>> {
  const { agency, caller } = asked;
  if (asked.kind === 'rates') return proposeRatesChange(agency, { caller, onProgress });
  return proposeYear(agency, { caller, kind: asked.kind, year: asked.year });
}

/** `… --approve DIGEST`: the other officer approves what waits, and it is carried out. */
export async function approveRun(
  frame: Frame,
  { digest, ...asked }: RunAsked & { readonly digest: string },
): Promise<ExitCode> {
  const { agency, caller } = asked;
  const waiting = await lastOf(asked);
  if (!waiting) return conclude(frame, refuse({ code: 'interest.no-such-run' }), () => '');
  const word = { runId: waiting.id, approved: true, digest, reason: null };
  const decided = await decideYear(agency, { caller, word });
  return decided.ok ? carryOut(frame, { agency, run: decided.value }) : conclude(frame, decided, () => '');
}

/** `… --reject REASON`. */
export async function rejectRun(
  frame: Frame,
  { reason, ...asked }: RunAsked & { readonly reason: string },
): Promise<ExitCode> {
  const { agency, caller } = asked;
  const waiting = await lastOf(asked);
  if (!waiting) return conclude(frame, refuse({ code: 'interest.no-such-run' }), () => '');
  const word = { runId: waiting.id, approved: false, digest: null, reason };
  const decided = await decideYear(agency, { caller, word });
  if (!decided.ok) return conclude(frame, decided, () => '');
  show(frame, showRun(decided.value), () => runWords(frame, { run: decided.value, difference: null }));
  return 0;
}

/** `interest list`: runs, the latest first. */
export async function listYears(frame: Frame, { agency }: Pick<InterestDesk, 'agency'>): Promise<ExitCode> {
  const { items } = await listRuns(agency.database, { before: null, limit: 100 });
  show(frame, { items: items.map(showRun) }, () =>
    items
      .map(
        (run) =>
          `${run.id}  ${run.year}  ${say(frame, kinds[run.kind])}  ${say(frame, states[stateOfRun(run)])}`,
      )
      .join('\n'),
  );
  return 0;
}

async function showOne(
  frame: Frame,
  { agency, runId }: Pick<InterestDesk, 'agency'> & { readonly runId: string },
): Promise<ExitCode> {
  const told = await tellRun(agency, runId);
  if (!told.ok) return conclude(frame, told, () => '');
  show(frame, showCarriedOut(told.value), () => runWords(frame, told.value));
  return 0;
}

async function carryOut(
  frame: Frame,
  { agency, run }: Pick<InterestDesk, 'agency'> & { readonly run: InterestRun },
): Promise<ExitCode> {
  const bar = progressOn(frame);
  const onProgress = ({ accounts }: { accounts: bigint }) => bar.to(accounts, run.totals.accounts);
  const done = await carryOutRun(agency, { runId: run.id, onProgress }).finally(bar.stop);
  if (!done.ok) return conclude(frame, done, () => '');
  show(frame, showCarriedOut(done.value), () => runWords(frame, done.value));
  const { difference } = done.value;
  return difference && difference.differenceFen !== difference.explainedFen ? 1 : 0;
}

function runWords(frame: Frame, { run, difference }: CarriedOut): string {
  const digest = Buffer.from(run.digest).toString('hex');
  const { kind, year } = run;
  const command = `suixing interest ${kind === 'rates' ? 'rates' : `run --year ${year}`}${kind === 'reversal' ? ' --reverse' : ''} --approve ${digest}`;
  const waits: Text = {
    zh: `等待另一名财务人员核对后批准：${command}`,
    en: `another finance officer compares the totals and approves: ${command}`,
  };
  return [
    `${run.id}  ${year}  ${say(frame, kinds[kind])}  ${say(frame, states[stateOfRun(run)])}`,
    say(frame, { zh: '提出时的合计：', en: 'As proposed:' }),
    totalsWords(frame, run.totals),
    ...(run.progress
      ? [
          say(frame, { zh: '实际：', en: 'As done:' }),
          totalsWords(frame, run.progress),
          owedWords(frame, run),
        ]
      : []),
    ...(difference ? [differenceWords(frame, difference)] : []),
    ...(stateOfRun(run) === 'proposed' ? [say(frame, waits)] : []),
  ].join('\n');
}

function totalsWords(frame: Frame, totals: InterestTotals): string {
  return say(frame, {
    zh: `  账户 ${totals.accounts} 个，有利息 ${totals.bearing} 个；计入 ${yuan(totals.interestFen)} 元，收回 ${yuan(totals.negativeFen)} 元；补结以前年度 ${totals.laggards} 个，按明细重算 ${totals.byReplay} 个`,
    en: `  ${totals.accounts} accounts, ${totals.bearing} with interest; ${yuan(totals.interestFen)} yuan credited, ${yuan(totals.negativeFen)} taken; ${totals.laggards} from earlier years, ${totals.byReplay} told by their postings`,
  });
}

function owedWords(frame: Frame, { progress }: InterestRun): string {
  const owed = yuan(progress?.recoverableFen ?? 0n);
  return say(frame, { zh: `  已花掉、转为应收 ${owed} 元`, en: `  ${owed} yuan had been spent and is owed` });
}

function differenceWords(frame: Frame, told: NonNullable<CarriedOut['difference']>): string {
  const { differenceFen, explainedFen, accounts, entries } = told;
  const rest = differenceFen - explainedFen;
  return say(frame, {
    zh: `与预览相差 ${yuan(differenceFen)} 元；其间 ${accounts} 个账户登记了 ${entries} 笔，说明 ${yuan(explainedFen)} 元${rest === 0n ? '，完全相符' : `，还有 ${yuan(rest)} 元说不清，请审计核查`}`,
    en: `${yuan(differenceFen)} yuan off the preview; ${entries} entries on ${accounts} accounts meanwhile explain ${yuan(explainedFen)}${rest === 0n ? ', all of it' : `; ${yuan(rest)} are unexplained: have an auditor look`}`,
  });
}

function yuan(amount: bigint): string {
  return showYuan(amount);
}

const kinds: Readonly<Record<InterestRunKind, Text>> = {
  credit: { zh: '结息', en: 'credit' },
  reversal: { zh: '冲回', en: 'reversal' },
  rates: { zh: '利率变更', en: 'change of rates' },
};

const states: Readonly<Record<RunState, Text>> = {
  proposed: { zh: '待批准', en: 'waits for approval' },
  rejected: { zh: '已退回', en: 'rejected' },
  running: { zh: '执行中', en: 'under way' },
  finished: { zh: '已完成', en: 'finished' },
  reversed: { zh: '已冲回', en: 'reversed' },
};
