import { ok, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import type { Reader, Tx } from '#platform/postgres';
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

interface Asked<T> {
  readonly context: Pick<RegistryContext, 'clock' | 'ids'>;
  readonly caller: Caller;
  readonly request: T;
}

/**
 * A clerk asks that a record be folded into another of the same person. Nothing changes until another officer approves.
 * Refuses what hinders it: an open case, a measure, a card in use, an opening balance not posted, a link that there is.
 */
export async function requestMerge(
  tx: Tx,
  asked: Asked<MergeGrounds & { readonly mergedId: string; readonly survivorId: string }>,
): Promise<Result<MergePlace, Refusal>> {
  const { context, caller, request } = asked;
  const problems = textProblems(request);
  if (problems.length > 0) return refuse({ code: 'registry.change-wrong', problems });
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

export interface MergeDecision extends MergePlace {
  readonly approved: boolean;
  /** Needed where it is declined. */
  readonly reason: string | null;
}

/** Another officer approves or declines. `movedFen` passed between the two accounts. */
export async function approveMerge(
  tx: Tx,
  asked: {
    readonly context: Pick<RegistryContext, 'clock' | 'onDeath'>;
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
  const owner = step?.survivorId ?? decision.mergedId;
  const told = await mindingDeath(tx, { context, owner }, () => guarded(callDecideMerge(tx, given)));
  return told.ok ? ok({ ...decision, reason, movedFen: told.value }) : told;
}

/** Merges and undoings that wait for the second officer, the oldest first. */
export async function mergesWaiting(
  reader: Reader,
  page: { readonly after: PlaceInTime | null; readonly limit: number },
): Promise<Page<MergeRow, PlaceInTime>> {
  const rows = await openMerges(reader, { after: page.after, limit: page.limit + 1 });
  const items = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? items.at(-1) : undefined;
  return { items, next: last ? { at: last.requestedKey, ownerId: last.mergedId, id: last.stepId } : null };
}

/** What was ever merged of a person, by any of their records; the latest first. */
export async function mergeHistory(reader: Reader, owner: string): Promise<readonly MergeRow[]> {
  const records = await recordsOf(reader, { owner });
  return mergesOf(reader, [...new Set([owner, ...records])]);
}

function textProblems({ reason, paperReference }: MergeGrounds) {
  return [...numberInText('reason', reason), ...numberInText('paperReference', paperReference)];
}
