import { type PlainDate, type Refusal, type Result, refuse } from '#basics';
import { type CaseFile, materialsOf } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { findCaseOfPapers } from './find-case.ts';
import { guarded } from './guarded.ts';
import type { RejectReason } from './reasons.ts';
import { callJudgePaper } from './store.ts';

export interface Judging {
  readonly materialId: string;
  /** The revision that the clerk looked at; a newer one is not judged in its place. */
  readonly revision: number;
  readonly verdict: 'accepted' | 'rejected';
  readonly reason: RejectReason | null;
  /** What the applicant is told besides. */
  readonly note: string;
  /** The last day on which the paper counts, where one is printed on it. */
  readonly validUntil: PlainDate | null;
}

/** A clerk's verdict on a paper, given at the window or uploaded. A rejected one counts as missing, for its reason. */
export async function judgePaper(tx: Tx, doing: Doing & Judging): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, materialId, revision, verdict, reason, note, validUntil } = doing;
  const found = await findCaseOfPapers(tx, doing);
  if (!found.ok) return found;
  if ((verdict === 'rejected') !== (reason !== null)) return refuse({ code: 'materials.reason-missing' });
  const given = (await materialsOf(tx, found.value.file)).find((held) => held.materialId === materialId);
  if (!given) return refuse({ code: 'materials.no-paper' });
  if (given.revision !== revision) return refuse({ code: 'casework.changed-meanwhile' });
  const until = verdict === 'accepted' ? validUntil : null;
  const data = { materialId, revision, verdict, why: reason, note: note.trim(), validUntil: until };
  const stepped = await found.value.procedure.judge(tx, { ...doing, data });
  if (!stepped.ok) return stepped;
  const word = { token: caller.token ?? '', at: context.clock.now() };
  const judged = await guarded(
    callJudgePaper(tx, found.value.file, {
      ...word,
      materialId,
      revision,
      verdict,
      reason,
      validUntil: until,
    }),
  );
  return judged.ok ? stepped : judged;
}
