import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import {
  actionsOf,
  type CaseFile,
  type Json,
  missingOf,
  type PaperState,
  reasonsOf,
} from '#engines/casework';
import { answerWorkingDays, reminderWorkingDays } from '#law';
import type { Tx } from '#platform/postgres';
import { type Doing, figureToday, today } from './context.ts';
import { roundsOf } from './correction-round.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import type { RejectedPaper } from './paper-reasons.ts';
import { mayNow, step } from './step.ts';
import { takeUp } from './take-up.ts';
import { announce } from './telling/announce.ts';
import { weigh } from './weigh.ts';

export interface MaterialsRequest extends Doing {
  /** Papers that were handed in and do not serve, each with the reason; they must come again. */
  readonly again: readonly RejectedPaper[];
  /** What the applicant is told besides; empty for nothing. */
  readonly note: string;
}

/**
 * Asks for everything that is missing, in one go, with a day to answer by; the agency's clock stands still until then. It
 * can be asked again only for papers that were handed in and do not serve, or that nobody could ask for before.
 */
export async function requestMaterials(
  tx: Tx,
  request: MaterialsRequest,
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, again, note } = request;
  const found = await findWithdrawal(tx, request);
  if (!found.ok) return found;
  const taken = await takeUp(tx, { ...request, file: found.value });
  if (!taken.ok) return taken;
  const file = taken.value;
  const may = mayNow(file, { caller, actions: ['request-materials'] });
  if (!may.ok) return may;
  const weighed = await weigh(tx, { context, file });
  if (!weighed.ok) return weighed;
  const { papers } = weighed.value.findings;
  const rounds = roundsOf(await actionsOf(tx, file));
  const asked = whatToAsk(papers, { again, askedBefore: rounds.flatMap(({ materials }) => materials) });
  if (!asked.ok) return asked;
  const answerBy = context.workingDays.add(today(context), figureToday(context, answerWorkingDays));
  const moved = await step(tx, {
    ...{ context, file, actor: actorOf(caller), action: 'request-materials', met: ['something-missing'] },
    data: {
      ...{ ...asked.value, ...reasonsOf(papers), note, round: rounds.length + 1 },
      ...{ answerBy: answerBy.on, answerProvisional: answerBy.provisional },
    },
  });
  if (!moved.ok) return moved;
  const reminderDays = figureToday(context, reminderWorkingDays);
  await announce(tx, { context, file: moved.value, happened: { event: 'papers-asked', reminderDays } });
  return moved;
}

interface Asked {
  readonly [name: string]: Json;
  readonly materials: readonly string[];
  readonly rejected: readonly { readonly materialId: string; readonly reason: string; readonly by: string }[];
}

function whatToAsk(
  papers: readonly PaperState[],
  {
    again,
    askedBefore,
  }: { readonly again: readonly RejectedPaper[]; readonly askedBefore: readonly string[] },
): Result<Asked, Refusal> {
  const rejected: Asked['rejected'][number][] = [];
  for (const { materialId, reason } of again) {
    const paper = papers.find((each) => each.materialId === materialId);
    const figures = { material: materialId };
    if (!paper) return refuse({ code: 'withdrawal.unknown-material', figures });
    if (paper.by === null) return refuse({ code: 'withdrawal.not-handed-in', figures });
    rejected.push({ materialId, reason, by: paper.by });
  }
  const missing = missingOf(papers);
  const open = [...missing, ...rejected.map(({ materialId }) => materialId)];
  if (open.length === 0) return refuse({ code: 'withdrawal.nothing-missing' });
  const told = mayAskFor(papers, askedBefore).length > 0 || rejected.length > 0;
  if (!told) return refuse({ code: 'withdrawal.asked-already' });
  const materials = papers.map(({ materialId }) => materialId).filter((id) => open.includes(id));
  return ok({ materials, rejected });
}

/**
 * What is missing and was not told before: everything the first time, later only what has become missing since, or was
 * handed in and judged not to serve.
 */
export function mayAskFor(papers: readonly PaperState[], askedBefore: readonly string[]): readonly string[] {
  return papers
    .filter(({ state }) => state === 'missing')
    .filter(({ materialId, why }) => why !== undefined || !askedBefore.includes(materialId))
    .map(({ materialId }) => materialId);
}
