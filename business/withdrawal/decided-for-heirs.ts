import { actionsOf, type CaseFile, type ChainedAction, decisionsOf } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { contestedOf } from './remedies.ts';

/**
 * Whether there is something to be shared among heirs, as two officers decided it: `open` until they have, or while a refusal is objected
 * to; `anew` where facts changed after the approval, which then says no more what anybody gets; `ended` where nothing is paid to heirs.
 */
type Decided = 'open' | 'approved' | 'anew' | 'ended';

/** With what was done in the case, which whoever asks reads as well. */
export async function decidedForHeirs(
  reader: Reader,
  file: CaseFile,
): Promise<{ readonly decided: Decided; readonly actions: readonly ChainedAction[] }> {
  const actions = await actionsOf(reader, file);
  const contested = objecting.has(file.state)
    ? contestedOf({ actions, decisions: await decisionsOf(reader, file) })
    : null;
  return { actions, decided: decidedIn({ state: file.state, contested: contested?.outcome ?? null }) };
}

/** An approval that stands is told as such in the states named here only: a state that is new tells nobody an amount by itself. */
export function decidedIn({
  state,
  contested,
}: {
  readonly state: string;
  /** What the decision was that an objection under way is about. */
  readonly contested: 'approve' | 'refuse' | null;
}): Decided {
  if (standing.has(state) || (objecting.has(state) && contested === 'approve')) return 'approved';
  if (state === 'came-back') return 'anew';
  return unpaidEnds.has(state) ? 'ended' : 'open';
}

const standing: ReadonlySet<string> = new Set([
  ...['approved', 'settled', 'paying', 'returned', 'paid', 'refunded'],
]);

const objecting: ReadonlySet<string> = new Set(['objection', 'objection-proposed']);

/** What is divided among heirs is not revoked: of a decision that was, no heir was paid. */
const unpaidEnds: ReadonlySet<string> = new Set([
  ...['refused', 'withdrawn-by-applicant', 'not-completed', 'draft-ended', 'revoked'],
]);
