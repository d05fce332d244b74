import { statSync } from 'node:fs';
import { chainedRecords, sealSources } from '#apps/agency';
import { ok, type Refusal, type Result, refuse, type Text } from '#basics';
import { adjustmentProofs } from '#business/adjustment';
import { cardProofs } from '#business/card';
import { paymentsProofs } from '#business/payments';
import { registryProofs } from '#business/registry';
import { supervisionProofs } from '#business/supervision';
import { withdrawalProofs } from '#business/withdrawal';
import { auditProofs, sealsProof } from '#engines/audit';
import { caseworkProofs, type Process } from '#engines/casework';
import { ledgerProofs } from '#engines/ledger';
import { type BrokenRow, type Database, inSnapshot, type Proof, sharePasses } from '#platform/postgres';
import { verifierOf } from '#platform/signing';
import { type ExitCode, type Frame, say, show } from './frame.ts';
import { keySetFrom } from './keys.ts';
import type { Shell } from './shell.ts';

/** Everything that can be proved of a whole database so far. `processes` are the procedures' declarations by id. */
export function allProofs(processes: Readonly<Record<string, Process>>): readonly Proof[] {
  return [
    ...ledgerProofs,
    ...paymentsProofs,
    ...registryProofs,
    ...cardProofs,
    ...supervisionProofs,
    ...adjustmentProofs,
    ...caseworkProofs(processes),
    ...withdrawalProofs,
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

/** `nothing`: there was no row to look at, so nothing is proved. */
export type Verdict = 'ok' | 'broken' | 'nothing';

export interface ProofReport {
  readonly name: string;
  readonly text: Text;
  readonly verdict: Verdict;
  readonly rows: bigint;
  readonly figures: Readonly<Record<string, bigint | string>>;
  readonly broken: readonly BrokenRow[];
}

export interface VerifyCommand {
  readonly frame: Frame;
  readonly database: Database;
  readonly proofs: readonly Proof[];
}

/** `suixing verify`: runs every proof on one picture of the database. Exit code 0, or 1 where a promise is broken. */
export async function verifyCommand({ frame, database, proofs }: VerifyCommand): Promise<ExitCode> {
  const reports = await inSnapshot(database, async (reader) => {
    const done: ProofReport[] = [];
    const share = sharePasses(reader);
    for (const proof of proofs) {
      const { rows, figures, broken } = await proof.run(reader, () => undefined, share);
      const verdict: Verdict = broken.length > 0 ? 'broken' : rows === 0n ? 'nothing' : 'ok';
      const report = { name: proof.name, text: proof.text, verdict, rows, figures, broken };
      done.push(report);
      if (!frame.json) frame.stdout.write(`${lineOf(frame, report)}\n`);
    }
    return done;
  });
  const ok = reports.every(({ verdict }) => verdict !== 'broken');
  show(frame, { ok, proofs: reports }, () => say(frame, conclusion(reports)));
  return ok ? 0 : 1;
}

const verdicts: Readonly<Record<Verdict, Text>> = {
  ok: { zh: '成立  ', en: 'ok     ' },
  broken: { zh: '不成立', en: 'BROKEN ' },
  nothing: { zh: '无数据', en: 'no rows' },
};

function lineOf(frame: Frame, { verdict, text, rows, figures, broken, name }: ProofReport): string {
  const told = Object.entries(figures).map(([figure, value]) => `${figure}=${value}`);
  const head = `${say(frame, verdicts[verdict])} ${say(frame, text)} · ${[`rows=${rows}`, ...told].join(' ')} (${name})`;
  return [head, ...broken.map(({ row, why }) => `        ${row}: ${say(frame, why)}`)].join('\n');
}

function conclusion(reports: readonly ProofReport[]): Text {
  const count = (verdict: Verdict) => reports.filter((report) => report.verdict === verdict).length;
  const [ok, broken, nothing] = [count('ok'), count('broken'), count('nothing')];
  return {
    zh: `${ok} 项成立，${broken} 项不成立，${nothing} 项没有数据可证`,
    en: `${ok} hold, ${broken} broken, ${nothing} without a row to prove them by`,
  };
}
