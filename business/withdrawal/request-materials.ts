import { type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import { type CaseFile, missingOf } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { step } from './step.ts';
import { takeUp } from './take-up.ts';
import { announce } from './telling/announce.ts';
import { weigh } from './weigh.ts';

/**
 * Asks, once, for everything that is missing: what the checklist lacks, and papers that were given but do not serve. The
 * agency's clock stands still until they are there.
 */
export async function requestMaterials(
  tx: Tx,
  request: Doing & {
    /** Materials whose papers do not serve (unreadable, expired …) and must come again. */
    readonly again: readonly string[];
    /** What the applicant is told besides; empty for nothing. */
    readonly note: string;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, again, note } = request;
  const found = await findWithdrawal(tx, request);
  if (!found.ok) return found;
  const taken = await takeUp(tx, { ...request, file: found.value });
  if (!taken.ok) return taken;
  const file = taken.value;
  const weighed = await weigh(tx, { context, file });
  if (!weighed.ok) return weighed;
  const listed = weighed.value.findings.papers.map(({ materialId }) => materialId);
  const strange = again.find((id) => !listed.includes(id));
  if (strange !== undefined) {
    return refuse({ code: 'withdrawal.unknown-material', figures: { material: strange } });
  }
  const missing = missingOf(weighed.value.findings.papers);
  const materials = listed.filter((id) => missing.includes(id) || again.includes(id));
  if (materials.length === 0) return refuse({ code: 'withdrawal.nothing-missing' });
  const asked = await step(tx, {
    context,
    file,
    actor: actorOf(caller),
    action: 'request-materials',
    data: { materials, note },
    met: ['something-missing'],
  });
  if (asked.ok)
    await announce(tx, { context, file: asked.value, happened: { event: 'papers-asked', materials, note } });
  return asked;
}
