import type { Text } from '#basics';
import {
  type BrokenRow,
  type Database,
  inSnapshot,
  type Proof,
  type ProofResult,
  type Reader,
  type Share,
  sharePasses,
} from '#platform/postgres';

/** `nothing`: there was no row to look at, so nothing is proved. `not-looked-at`: only the run over everything proves it. */
export type Verdict = 'ok' | 'broken' | 'nothing' | 'not-looked-at';

export interface ProofReport {
  readonly name: string;
  readonly text: Text;
  readonly verdict: Verdict;
  readonly rows: bigint;
  readonly figures: Readonly<Record<string, bigint | string>>;
  readonly broken: readonly BrokenRow[];
  /** When the picture was taken on which it was proved. */
  readonly provenAt: string;
}

export interface ProofRun {
  readonly database: Database;
  readonly proofs: readonly Proof[];
  /** Only owners for whom a transaction from this number on wrote a posting; null for everything. */
  readonly since: bigint | null;
  readonly now: () => Date;
  /** What was proved before an interruption, by the proof's name. */
  readonly before: ReadonlyMap<string, ProofReport>;
  readonly progress: (proof: Proof, rows: bigint) => void;
  readonly told: (report: ProofReport) => void;
}

/**
 * Runs the proofs folder by folder, each on one picture of the database, so that its proofs agree with each other and no
 * picture is held open for longer than one of them takes.
 */
export async function runProofs(run: ProofRun): Promise<readonly ProofReport[]> {
  const reports: ProofReport[] = [];
  for (const group of groupsOf(run.proofs)) {
    const kept = group.map(({ name }) => run.before.get(name));
    const done = kept.every((report) => report !== undefined) ? kept : await proveGroup(run, group);
    for (const report of done) run.told(report);
    reports.push(...done);
  }
  return reports;
}

function proveGroup(run: ProofRun, group: readonly Proof[]): Promise<readonly ProofReport[]> {
  return inSnapshot(run.database, async (reader) => {
    const share = sharePasses(reader);
    const done: ProofReport[] = [];
    for (const proof of group) {
      const provenAt = run.now().toISOString();
      run.progress(proof, 0n);
      const result = await prove(proof, { reader, share, run });
      const { name, text } = proof;
      done.push(
        result === null
          ? { ...{ name, text, provenAt, verdict: 'not-looked-at' }, rows: 0n, figures: {}, broken: [] }
          : { name, text, provenAt, verdict: verdictOn(result), ...result },
      );
    }
    return done;
  });
}

interface Proving {
  readonly reader: Reader;
  readonly share: Share;
  readonly run: ProofRun;
}

function prove(proof: Proof, { reader, share, run }: Proving): Promise<ProofResult> | null {
  if (run.since === null || proof.small) return proof.run(reader, (rows) => run.progress(proof, rows), share);
  return proof.since ? proof.since(reader, run.since) : null;
}

function verdictOn({ rows, broken }: ProofResult): Verdict {
  if (broken.length > 0) return 'broken';
  return rows === 0n ? 'nothing' : 'ok';
}

/** Proofs of one folder stand together, whose names begin with it, and with them those that share its picture. */
function groupsOf(proofs: readonly Proof[]): readonly (readonly Proof[])[] {
  const groups = new Map<string, Proof[]>();
  for (const proof of proofs) {
    const folder = proof.picture ?? proof.name.split('.')[0] ?? '';
    groups.set(folder, [...(groups.get(folder) ?? []), proof]);
  }
  return [...groups.values()];
}
