import { ok, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import type { Reader, Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { RegistryContext } from './context.ts';
import type { PlaceInTime } from './correction.store.ts';
import { guarded } from './guarded.ts';
import type { Page } from './list-facts.ts';
import {
  callDecideMerge,
  callRequestMerge,
  callRequestUnmerge,
  type MergeRow,
  mergesOf,
  openMerges,
} from './merge.store.ts';
import {
  type Difference,
  differencesBetween,
  plainlyDifferent,
  problemsOfDifferences,
} from './merge-differences.ts';
import { mindingDeath } from './minding-death.ts';
import { numberInText } from './number-in-text.ts';
import { lockRecords } from './record.store.ts';
import { recordsOf } from './records-of.store.ts';

/** A merge or its undoing: by the record that is folded in, and its id. */
export interface MergePlace {
  readonly mergedId: string;
  readonly stepId: string;
}

export interface MergeGrounds {
  readonly reason: string;
  readonly paperReference: string;
}

/** Said by whoever saw in what the two records differ and stands by the merge all the same. */
export interface DifferencesSeen {
  readonly differencesSeen?: boolean | undefined;
}

interface Asked<T> {
  readonly context: Pick<RegistryContext, 'clock' | 'ids' | 'seal'>;
  readonly caller: Caller;
  readonly request: T;
}

/**
 * A clerk asks that a record be folded into another of the same person. Nothing changes until another officer approves.
 * Refuses what hinders it: an open case, a measure, a card in use, an opening balance not posted, a link that there is; and
 * `registry.merge-differs`, with what differs, where the two are hardly one person and the clerk has not said to have seen it.
 */
export async function requestMerge(
  tx: Tx,
  asked: Asked<MergeGrounds & DifferencesSeen & { readonly mergedId: string; readonly survivorId: string }>,
): Promise<Result<MergePlace, Refusal>> {
  const { context, caller, request } = asked;
  const problems = textProblems(request);
  if (problems.length > 0) return refuse({ code: 'registry.change-wrong', problems });
  const { mergedId, survivorId, differencesSeen } = request;
  const alike = await hardlyTwo(tx, { seal: context.seal, mergedId, survivorId, differencesSeen });
  if (!alike.ok) return alike;
  const stepId = context.ids.next('mrg');
  const given = { ...request, token: caller.token ?? '', stepId, at: context.clock.now() };
  const told = await guarded(callRequestMerge(tx, given));
  return told.ok ? ok({ mergedId: request.mergedId, stepId }) : told;
}

/** A clerk asks that a merge be undone: both records as they would have stood, and what passed between them back. */
export async function requestUnmerge(
  tx: Tx,
  asked: Asked<MergeGrounds & { readonly mergedId: string }>,
): Promise<Result<MergePlace, Refusal>> {
  const { context, caller, request } = asked;
  const problems = textProblems(request);
  if (problems.length > 0) return refuse({ code: 'registry.change-wrong', problems });
  const stepId = context.ids.next('mrg');
  const given = { ...request, token: caller.token ?? '', stepId, at: context.clock.now() };
  const told = await guarded(callRequestUnmerge(tx, given));
  return told.ok ? ok({ mergedId: request.mergedId, stepId }) : told;
}

/** Refuses a merge of two who are hardly one person, unless somebody says to have seen what differs. */
async function hardlyTwo(
  reader: Reader,
  pair: DifferencesSeen & { readonly seal: Seal; readonly mergedId: string; readonly survivorId: string },
): Promise<Result<null, Refusal>> {
  const { seal, mergedId: oneId, survivorId: otherId } = pair;
  const found = await differencesBetween(reader, { seal, oneId, otherId });
  if (pair.differencesSeen || !plainlyDifferent(found)) return ok(null);
  return refuse({ code: 'registry.merge-differs', problems: problemsOfDifferences(found) });
}

export interface MergeDecision extends MergePlace, DifferencesSeen {
  readonly approved: boolean;
  /** Needed where it is declined. */
  readonly reason: string | null;
}

/**
 * Another officer approves or declines. `movedFen` passed between the two accounts. Who approves that two who are hardly one
 * person be merged says to have seen it, as the one who asked did.
 */
export async function approveMerge(
  tx: Tx,
  asked: {
    readonly context: Pick<RegistryContext, 'clock' | 'onDeath' | 'seal'>;
    readonly caller: Caller;
    readonly decision: MergeDecision;
  },
): Promise<Result<MergeDecision & { readonly movedFen: bigint }, Refusal>> {
  const { context, caller, decision } = asked;
  const reason = decision.reason?.trim() || null;
  if (!decision.approved && reason === null) return refuse({ code: 'registry.reason-missing' });
  const problems = numberInText('reason', reason);
  if (problems.length > 0) return refuse({ code: 'registry.change-wrong', problems });
  await lockRecords(tx, decision.mergedId);
  const at = context.clock.now();
  const given = { ...decision, reason, token: caller.token ?? '', on: shanghaiDate(at), at };
  const step = (await mergesOf(tx, [decision.mergedId])).find(({ stepId }) => stepId === decision.stepId);
  const { survivorId: owner = decision.mergedId } = step ?? {};
  if (decision.approved && step?.step === 'merge' && step.approved === null) {
    const { mergedId, differencesSeen } = decision;
    const pair = { seal: context.seal, mergedId, survivorId: owner, differencesSeen };
    const alike = await hardlyTwo(tx, pair);
    if (!alike.ok) return alike;
  }
  const told = await mindingDeath(tx, { context, owner }, () => guarded(callDecideMerge(tx, given)));
  const { mergedId, stepId, approved } = decision;
  return told.ok ? ok({ mergedId, stepId, approved, reason, movedFen: told.value }) : told;
}

/** A merge or its undoing, with what differs between the two records while it waits. */
export interface ListedMerge extends MergeRow {
  readonly differs: readonly Difference[];
}

/** Merges and undoings that wait for the second officer, the oldest first. */
export async function mergesWaiting(
  reader: Reader,
  page: { readonly seal: Seal; readonly after: PlaceInTime | null; readonly limit: number },
): Promise<Page<ListedMerge, PlaceInTime>> {
  const rows = await openMerges(reader, { after: page.after, limit: page.limit + 1 });
  const items = await withDifferences(reader, { seal: page.seal, rows: rows.slice(0, page.limit) });
  const last = rows.length > page.limit ? items.at(-1) : undefined;
  return { items, next: last ? { at: last.requestedKey, ownerId: last.mergedId, id: last.stepId } : null };
}

/** What was ever merged of a person, by any of their records; the latest first. */
export async function mergeHistory(
  reader: Reader,
  { owner, seal }: { readonly owner: string; readonly seal: Seal },
): Promise<readonly ListedMerge[]> {
  const records = await recordsOf(reader, { owner });
  return withDifferences(reader, { seal, rows: await mergesOf(reader, [...new Set([owner, ...records])]) });
}

async function withDifferences(
  reader: Reader,
  { seal, rows }: { readonly seal: Seal; readonly rows: readonly MergeRow[] },
): Promise<readonly ListedMerge[]> {
  const listed: ListedMerge[] = [];
  for (const row of rows) {
    const asks = row.step === 'merge' && row.approved === null;
    const pair = { seal, oneId: row.mergedId, otherId: row.survivorId };
    listed.push({ ...row, differs: asks ? await differencesBetween(reader, pair) : [] });
  }
  return listed;
}

function textProblems({ reason, paperReference }: MergeGrounds) {
  return [...numberInText('reason', reason), ...numberInText('paperReference', paperReference)];
}
