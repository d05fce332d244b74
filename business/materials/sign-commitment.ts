import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import type { CaseFile, GivenPaper } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { type Commitment, commitments, digestOf } from './commitments.ts';
import type { Doing, MaterialsContext } from './context.ts';
import { findOpenCase } from './find-case.ts';
import { guarded } from './guarded.ts';
import { handInTo } from './hand-in-paper.ts';
import { callKeepCommitment } from './store.ts';

export interface Signing {
  /** The alternative on the list of papers that is a commitment. */
  readonly materialId: string;
  /** The version of the text that the signer read. */
  readonly version: string;
  /** Who signs, as they write their name. At the window the clerk sees them do it. */
  readonly signerName: string;
  /** Papers that go with it, where it needs some. */
  readonly fileIds: readonly string[];
}

/** A commitment signed in place of a paper, where the ground allows it; kept with its text's version and hash, and its signer. */
export async function signCommitment(tx: Tx, doing: Doing & Signing): Promise<Result<CaseFile, Refusal>> {
  const found = await findOpenCase(tx, doing);
  if (!found.ok) return found;
  const { file, procedure } = found.value;
  return signFor(tx, { ...doing, file, provide: (paper) => procedure.provide(tx, { ...doing, paper }) });
}

/** The same for a case that is at hand, by the procedure's own step. */
export async function signFor(
  tx: Tx,
  doing: Signing & {
    readonly context: Pick<MaterialsContext, 'clock' | 'seal'>;
    readonly caller: Caller;
    readonly file: CaseFile;
    readonly provide: (paper: GivenPaper) => Promise<Result<CaseFile, Refusal>>;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, materialId, version, signerName, fileIds } = doing;
  const commitment = commitmentFor(materialId);
  if (!commitment) return refuse({ code: 'materials.no-commitment' });
  if (commitment.version !== version) return refuse({ code: 'materials.text-changed' });
  if (commitment.withPaper && fileIds.length === 0)
    return refuse({ code: 'materials.commitment-needs-paper' });
  const mark = `C-${commitment.version}`;
  const done = await handInTo(tx, { ...doing, mark });
  if (!done.ok) return done;
  const { file, revision } = done.value;
  const signed = {
    ...{ materialId, revision, textVersion: version, textDigest: digestOf(commitment) },
    ...{ signerKind: caller.kind, signerId: caller.id, signedAt: context.clock.now() },
    signerNameSealed: context.seal.seal(signerName.trim()),
  };
  const kept = await guarded(callKeepCommitment(tx, file, signed));
  return kept.ok ? ok(file) : kept;
}

export function commitmentFor(materialId: string): Commitment | undefined {
  return Object.hasOwn(commitments, materialId) ? commitments[materialId] : undefined;
}
