import { ok, type Refusal, type Result, refuse } from '#basics';
import { isOwnReference, ownReference } from '#business/materials/public';
import { recordFilingLapsed } from '#business/registry';
import {
  askForMissing,
  type CaseFile,
  type GivenPaper,
  handInPaper,
  type Outcome,
  proposeOutcome,
  type Reviewing,
  takeStep,
} from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { reviewingOf } from './procedure.ts';
import { tellOfReduction } from './tell-of-reduction.ts';

/** What people do to a case between its receipt and its decision. */

type Done = Promise<Result<CaseFile, Refusal>>;

/** Hands in a paper by the number under which somebody filed it, which is none of those that the program gives itself. */
export async function fileEventPaper(tx: Tx, doing: Doing & { readonly paper: GivenPaper }): Done {
  const typed = typedReferences([doing.paper]);
  return typed.ok ? provideEventPaper(tx, doing) : typed;
}

/** Refuses numbers that would read as pages uploaded, a commitment signed or a paper that does not apply. */
export function typedReferences(papers: readonly GivenPaper[]): Result<null, Refusal> {
  return papers.some(({ paperReference }) => isOwnReference(paperReference))
    ? refuse({ code: 'casework.bad-reference', problems: [ownReference] })
    : ok(null);
}

/** Hands in a paper. When the last one that was asked for is there, the review goes on by itself. */
export function provideEventPaper(tx: Tx, doing: Doing & { readonly paper: GivenPaper }): Done {
  return onCase(tx, doing, (reviewing) => handInPaper(tx, { ...reviewing, paper: doing.paper }));
}

/** A clerk begins the review, so that the applicant sees in whose hands the case is. */
export function takeUpEvent(tx: Tx, doing: Doing): Done {
  return onCase(tx, doing, (reviewing) => takeStep(tx, { ...reviewing, action: 'take-up' }));
}

/** Asks, once, for everything that is missing; the agency's clock stands still until it is there. */
export function requestEventPapers(
  tx: Tx,
  doing: Doing & { readonly again: readonly string[]; readonly note: string },
): Done {
  const { again, note } = doing;
  return onCase(tx, doing, (reviewing) => askForMissing(tx, { ...reviewing, again, note }));
}

/** A clerk goes on without the papers that were asked for. */
export function stopWaitingForEvent(tx: Tx, doing: Doing): Done {
  return onCase(tx, doing, (reviewing) => takeStep(tx, { ...reviewing, action: 'stop-waiting' }));
}

export function proposeOnEvent(
  tx: Tx,
  doing: Doing & { readonly outcome: Outcome; readonly note: string },
): Done {
  const { outcome, note } = doing;
  const token = doing.caller.token ?? '';
  return onCase(tx, doing, (reviewing) => proposeOutcome(tx, { ...reviewing, token, outcome, note }));
}

/** The reviewer gives the case back to the clerk, with the reason; the proposal can no longer be approved. */
export function returnEvent(tx: Tx, doing: Doing & { readonly reason: string }): Done {
  const reason = doing.reason.trim();
  if (reason === '') return Promise.resolve(refuse({ code: 'casework.reason-missing' }));
  return onCase(tx, doing, (reviewing) =>
    takeStep(tx, { ...reviewing, action: 'return-to-maker', data: { reason } }),
  );
}

/** The applicant takes it back, as long as nobody has proposed a decision; a filing that was on record lapses. */
export function withdrawEvent(tx: Tx, doing: Doing): Done {
  return onCase(tx, doing, async (reviewing) => {
    const moved = await takeStep(tx, { ...reviewing, action: 'withdraw-application' });
    if (moved.ok)
      await tellOfReduction(tx, { context: doing.context, file: moved.value, said: 'taken-back' });
    return moved.ok ? lapseFiling(tx, { doing, file: moved.value }) : moved;
  });
}

/** What was on record only because it had been handed in is not on record any more. */
export async function lapseFiling(
  tx: Tx,
  { doing, file }: { readonly doing: Doing; readonly file: CaseFile },
): Done {
  if (file.process !== 'treatment-filing') return { ok: true, value: file };
  const { ids, clock } = doing.context;
  const made = { owner: file.ownerId, caseId: file.id, ids, at: clock.now() };
  const lapsed = await recordFilingLapsed(tx, made);
  return lapsed.ok ? { ok: true, value: file } : lapsed;
}

async function onCase(tx: Tx, doing: Doing, work: (reviewing: Reviewing) => Done): Done {
  const reviewing = await reviewingOf(tx, doing);
  return reviewing.ok ? work(reviewing.value) : reviewing;
}
