import { statSync } from 'node:fs';
import { chainedRecords, sealSources } from '#apps/agency';
import { isPlainDate, ok, type Refusal, type Result, refuse, shanghaiTime, type Text } from '#basics';
import { accessProofs } from '#business/access';
import { adjustmentProofs } from '#business/adjustment';
import { cardProofs } from '#business/card';
import { lettersProofs } from '#business/letters';
import { staffProofs } from '#business/life-events';
import { materialsProofs } from '#business/materials';
import { paymentsProofs } from '#business/payments';
import { registryProofs } from '#business/registry';
import { successionProofs } from '#business/succession';
import { supervisionProofs } from '#business/supervision';
import { transferProofs } from '#business/transfer';
import { withdrawalProofs } from '#business/withdrawal';
import { auditProofs, sealsProof } from '#engines/audit';
import { caseworkProofs, type Process } from '#engines/casework';
import { type ExchangeKeys, exchangeProofs } from '#engines/exchange';
import { ledgerProofs } from '#engines/ledger';
import type { FileStore } from '#platform/files';
import { httpProofs } from '#platform/http';
import type { Database, Proof } from '#platform/postgres';
import { verifierOf } from '#platform/signing';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';
import { keySetFrom } from './keys.ts';
import { type ProofReport, runProofs, type Verdict } from './run-proofs.ts';
import type { Shell } from './shell.ts';
import { firstSince, readPicture } from './verify.store.ts';
import { dropState, keepState, keptState, type VerifyState } from './verify-state.ts';

/**
 * Everything that can be proved of a whole database so far. `processes` are the procedures' declarations by id; `files` is
 * where uploaded papers lie, and `exchange` the keys of messages,
 * without which nothing is said of them.
 */
export function allProofs(
  processes: Readonly<Record<string, Process>>,
  files: FileStore | null = null,
  exchange: ExchangeKeys | null = null,
): readonly Proof[] {
  return [
    ...ledgerProofs,
    ...paymentsProofs,
    ...registryProofs,
    ...accessProofs,
    ...httpProofs,
    ...cardProofs,
    ...supervisionProofs,
    ...adjustmentProofs,
    ...successionProofs,
    ...transferProofs,
    ...caseworkProofs(processes),
    ...withdrawalProofs,
    ...staffProofs,
    ...(files ? materialsProofs(files) : []),
    ...lettersProofs,
    ...(exchange ? exchangeProofs(exchange) : []),
    ...auditProofs(chainedRecords),
  ];
}

interface SealsAsked {
  readonly whole: readonly Proof[];
  /** What the second place holds. */
  readonly folder: string;
  /** A published key set; null for our own. */
  readonly keys: string | null;
}

/** The same proofs, and the comparison with the seals in a folder. */
export function withSeals(
  shell: Shell,
  { whole, folder, keys }: SealsAsked,
): Result<readonly Proof[], Refusal> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return refuse({ code: 'cli.unreadable-file', figures: { file: folder } });
  const set = keySetFrom(shell, keys);
  if (!set.ok) return set;
  return ok([...whole, sealsProof({ folder, verifier: verifierOf(set.value), sources: sealSources })]);
}

export interface VerifyCommand {
  readonly frame: Frame;
  readonly database: Database;
  readonly proofs: readonly Proof[];
  /** A day, or the horizon that an earlier run printed; everything where left out. */
  readonly since?: string | undefined;
  /** Where an interrupted run is kept; nowhere where left out. */
  readonly stateFile?: string | undefined;
  /** Begins anew, whatever an interrupted run had proved. */
  readonly fresh?: boolean | undefined;
}

/** `suixing verify`: proves what is promised from the rows. Exit code 0, or 1 where a promise is broken. */
export async function verifyCommand(asked: VerifyCommand): Promise<ExitCode> {
  const { frame, database, since: given } = asked;
  const since = given === undefined ? ok(null) : await sinceOf(database, given);
  if (!since.ok) return conclude(frame, since, () => '');
  const { state, file } = await stateOf(asked);
  const reports = await proveAndKeep(asked, { since: since.value, state, file });
  const whole = reports.every(({ verdict }) => verdict !== 'broken');
  const told = { ok: whole, horizon: state.horizon, since: since.value, proofs: reports };
  show(frame, told, () => say(frame, conclusion(reports, state.horizon)));
  if (file) dropState(file);
  return whole ? 0 : 1;
}

async function sinceOf(database: Database, given: string): Promise<Result<bigint | null, Refusal>> {
  // A number beyond every transaction is a slip of the hand: it would look at nobody and seem to hold.
  const reached = /^\d{1,18}$/.test(given) && BigInt(given) <= (await readPicture(database)).horizon;
  if (reached) return ok(BigInt(given));
  if (isPlainDate(given)) return ok(await firstSince(database, given));
  return refuse({ code: 'cli.bad-value', figures: { name: '--since' } });
}

interface Kept {
  readonly state: VerifyState;
  readonly file: string | undefined;
}

async function stateOf({ database, since, proofs, stateFile, fresh }: VerifyCommand): Promise<Kept> {
  const { identity, horizon } = await readPicture(database);
  const now = new Date();
  const of = [identity, since ?? 'all', ...proofs.map(({ name }) => name)].join(' ');
  const kept = stateFile && !fresh ? keptState(stateFile, { of, now }) : null;
  return { state: kept ?? { of, horizon, startedAt: now.toISOString(), reports: [] }, file: stateFile };
}

async function proveAndKeep(
  { frame, database, proofs }: VerifyCommand,
  { since, state, file }: Kept & { readonly since: bigint | null },
): Promise<readonly ProofReport[]> {
  // What was broken is looked at again: somebody may have mended it since.
  const before = new Map(
    state.reports.filter(({ verdict }) => verdict !== 'broken').map((report) => [report.name, report]),
  );
  const done: ProofReport[] = [];
  const bar = progressOf(frame, proofs);
  return runProofs({
    ...{ database, proofs, since, before, now: () => new Date(), progress: bar.show },
    told(report) {
      bar.clear();
      done.push(report);
      if (file) keepState(file, { ...state, reports: done });
      if (!frame.json) frame.stdout.write(`${lineOf(frame, report, before.get(report.name) === report)}\n`);
    },
  });
}

/** On a terminal, which proof is at work and how many rows it has seen. */
function progressOf(
  frame: Frame,
  proofs: readonly Proof[],
): { readonly show: (proof: Proof, rows: bigint) => void; readonly clear: () => void } {
  const terminal = 'isTTY' in frame.stderr && frame.stderr.isTTY === true && !frame.json;
  if (!terminal) return { show: () => undefined, clear: () => undefined };
  return {
    show: (proof, rows) =>
      frame.stderr.write(`\r\x1b[K${proofs.indexOf(proof) + 1}/${proofs.length} ${proof.name} ${rows}`),
    clear: () => frame.stderr.write('\r\x1b[K'),
  };
}

const verdicts: Readonly<Record<Verdict, Text>> = {
  ok: { zh: '成立  ', en: 'ok     ' },
  broken: { zh: '不成立', en: 'BROKEN ' },
  nothing: { zh: '无数据', en: '0 rows ' },
  'not-looked-at': { zh: '未核对', en: 'not looked at' },
};

function lineOf(frame: Frame, report: ProofReport, kept: boolean): string {
  const { verdict, text, rows, figures, broken, name, provenAt } = report;
  const told = Object.entries(figures).map(([figure, value]) => `${figure}=${value}`);
  const before = kept
    ? [
        say(frame, {
          zh: `此前已证，${shanghaiTime(provenAt)}`,
          en: `proved before, ${shanghaiTime(provenAt)}`,
        }),
      ]
    : [];
  const head = `${say(frame, verdicts[verdict])} ${say(frame, text)} · ${[`rows=${rows}`, ...told, ...before].join(' ')} (${name})`;
  return [head, ...broken.map(({ row, why }) => `        ${row}: ${say(frame, why)}`)].join('\n');
}

function conclusion(reports: readonly ProofReport[], horizon: bigint): Text {
  const count = (verdict: Verdict) => reports.filter((report) => report.verdict === verdict).length;
  const [ok, broken, nothing] = [count('ok'), count('broken'), count('nothing')];
  const left = count('not-looked-at');
  const leftOut: Text = {
    zh: `；${left} 项未核对，也未核对此后没有新分录的人，须运行不带 --since 的 verify`,
    en: `; ${left} not looked at, nor anybody without a new entry: run verify without --since for these`,
  };
  return {
    zh: `${ok} 项成立，${broken} 项不成立，${nothing} 项没有数据可证${left > 0 ? leftOut.zh : ''}\n下次可用 --since ${horizon}`,
    en: `${ok} hold, ${broken} broken, ${nothing} without a row to prove them by${left > 0 ? leftOut.en : ''}\nnext time --since ${horizon} goes on from here`,
  };
}
