import { ok, type Refusal, type Result } from '#basics';
import {
  actionsOf,
  type CaseFile,
  type ChainedAction,
  type Decision,
  decisionsOf,
  missingOf,
} from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { today, type WithdrawalContext } from './context.ts';
import { type CorrectionRound, roundsOf } from './correction-round.ts';
import { supports } from './decide-withdrawal.ts';
import { type Contested, contestedOf, decidedBefore, remediesOf } from './remedies.ts';
import { mayAskFor } from './request-materials.ts';
import { type WeighedCase, weigh } from './weigh.ts';

/** How a withdrawal stands at this moment: what the buttons, the checks and the page are made from. */
export interface Standing {
  readonly weighed: WeighedCase;
  readonly actions: readonly ChainedAction[];
  /** The decision that waits for a second officer. */
  readonly pending: Decision | null;
  readonly rounds: readonly CorrectionRound[];
  /** The decision that an objection under way is about. */
  readonly contested: Contested | null;
  /** Officers who had a part in what was objected to. */
  readonly decidedBefore: readonly string[];
  /** Needs of the process that are met, by id. */
  readonly met: readonly string[];
}

export async function standingOf(
  reader: Reader,
  { context, file }: { readonly context: WithdrawalContext; readonly file: CaseFile },
): Promise<Result<Standing, Refusal>> {
  const weighed = await weigh(reader, { context, file });
  if (!weighed.ok) return weighed;
  const actions = await actionsOf(reader, file);
  const decisions = await decisionsOf(reader, file);
  const last = decisions.at(-1);
  const waits = file.state === 'proposed' || file.state === 'objection-proposed';
  const known = {
    ...{ weighed: weighed.value, actions, rounds: roundsOf(actions) },
    pending: waits && last?.approval === null ? last : null,
    contested: contestedOf({ actions, decisions }),
    decidedBefore: decidedBefore({ actions, decisions }),
  };
  return ok({ ...known, met: metNeeds(known, { context }) });
}

type Known = Omit<Standing, 'met'>;
type Of = { readonly context: WithdrawalContext };

function metNeeds(known: Known, of: Of): readonly string[] {
  const needs = [...reviewNeeds(known), ...waitingNeeds(known, of), ...objectionNeeds(known, of)];
  return needs.filter(([, holds]) => holds).map(([need]) => need);
}

type Need = readonly [id: string, holds: boolean];

function reviewNeeds({ weighed, pending, rounds }: Known): readonly Need[] {
  const { findings, papersAsked } = weighed;
  const askedBefore = rounds.flatMap(({ materials }) => materials);
  const handedIn = findings.papers.some(({ state }) => state === 'given');
  return [
    ['approval-supported', supports(findings, { outcome: 'approve', papersAsked })],
    ['refusal-supported', supports(findings, { outcome: 'refuse', papersAsked })],
    ['approval-proposed', pending?.outcome === 'approve'],
    ['refusal-proposed', pending?.outcome === 'refuse'],
    // What was handed in may turn out not to serve; whether it does, the clerk says with the request.
    ['something-missing', mayAskFor(findings.papers, askedBefore).length > 0 || handedIn],
    ['payee-named', findings.payee === 'named'],
  ];
}

function waitingNeeds({ weighed, rounds }: Known, { context }: Of): readonly Need[] {
  const round = rounds.at(-1);
  const answerBy = round?.answerBy ?? null;
  const passed = answerBy !== null && today(context) > answerBy;
  const missing = missingOf(weighed.findings.papers);
  const stillMissing = (round?.materials ?? []).some((id) => missing.includes(id));
  return [
    ['answer-day-passed', passed],
    ['waiting-over', passed || !stillMissing],
    ['reminded-in-vain', passed && round?.reminded === true],
  ];
}

function objectionNeeds(known: Known, { context }: Of): readonly Need[] {
  const { weighed, pending, contested, actions } = known;
  const { findings, papersAsked } = weighed;
  const remedies = remediesOf(actions, context.region);
  const ofRefusal = contested?.outcome === 'refuse';
  // A payment that was made stands on the facts of its own day; what speaks against it the officers must say.
  const supported = (outcome: 'approve' | 'refuse') =>
    ofRefusal ? supports(findings, { outcome, papersAsked }) : true;
  return [
    ['not-divided', !actions.some(divided)],
    ['objection-in-time', remedies !== null && !remedies.used && today(context) <= remedies.until],
    ['uphold-supported', contested !== null && supported('refuse')],
    ['change-supported', contested !== null && supported('approve')],
    ['upholding-proposed', pending !== null && pending.outcome === contested?.outcome],
    ['change-proposed', pending !== null && contested !== null && pending.outcome !== contested.outcome],
    ['refusal-contested', ofRefusal],
    ['payment-contested', contested?.outcome === 'approve'],
  ];
}

/** A settlement that divided the account among heirs, or a division of its order afterwards. */
function divided({ data }: ChainedAction): boolean {
  return data.divisionId !== undefined && data.shares !== undefined && data.moved !== 'not-divided';
}
