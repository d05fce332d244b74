import { canonicalJson, type Problem, type Refusal, type Result, refuse } from '#basics';
import { type CaseFile, type Decision, declarationOf, type JsonObject, systemActor } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { WithdrawalContext } from './context.ts';
import { type CaseFacts, type Findings, supports } from './decide-withdrawal.ts';
import { step } from './step.ts';
import { changesBetween } from './tell-findings.ts';
import { weigh } from './weigh.ts';
import { withdrawalProcess } from './withdrawal.ts';

/** What stops money for a while and is lifted again; the settlement waits for it and is refused meanwhile. */
const passing: ReadonlySet<string> = new Set(['no-open-investigation', 'no-open-recovery']);

/**
 * Weighs an approved case once more before its money leaves. Answers null where the approval still stands; else the case
 * came back, with what changed. Cases of the first version, which could not, are refused instead.
 */
export async function comeBackIfChanged(
  tx: Tx,
  approved: {
    readonly context: WithdrawalContext;
    readonly file: CaseFile;
    readonly decision: Decision;
    readonly seen: number | undefined;
  },
): Promise<Result<CaseFile, Refusal> | null> {
  const { context, file, decision, seen } = approved;
  const weighed = await weigh(tx, { context, file });
  if (!weighed.ok) return weighed;
  const { facts, findings, papersAsked } = weighed.value;
  const before = decision.approval?.facts as unknown as CaseFacts | undefined; // stored by this folder in this form
  const samePayee = canonicalJson(before?.payee ?? null) === canonicalJson(facts.payee);
  const above = isAboveLimit(findings, decision);
  const stands =
    samePayee && !above && supports(withoutPassing(findings), { outcome: 'approve', papersAsked });
  if (stands) return null;
  const earlier = decision.approval?.findings as unknown as Findings; // likewise
  const problems = [...changesBetween(earlier, findings), ...(above ? [tooMuch] : [])];
  if (!declarationOf(withdrawalProcess, file).actions['come-back']) {
    return refuse({ code: 'withdrawal.changed-since-approval', problems });
  }
  const changed = problems.map(({ path, detail }): JsonObject => ({ path, zh: detail.zh, en: detail.en }));
  return step(tx, { context, file, actor: systemActor, action: 'come-back', data: { changed }, seen });
}

/** More came in since: what would be paid is above what whoever approved might approve. */
function isAboveLimit({ money }: Findings, { approval }: Decision): boolean {
  const limit = approval?.limitFen ?? null;
  return limit !== null && BigInt(money?.totalFen ?? '0') > limit;
}

const tooMuch: Problem = {
  path: 'money',
  detail: {
    zh: '批准以后又有款项到账，现在要付的超过了批准人的审批额度',
    en: 'more came in after the approval, and what would be paid is above the limit of whoever approved',
  },
};

function withoutPassing(findings: Findings): Findings {
  const stopped = findings.option?.conditions.filter(({ finding }) => finding !== 'met') ?? [];
  const onlyPassing = findings.status === 'blocked' && stopped.every(({ id }) => passing.has(id));
  return onlyPassing ? { ...findings, status: 'open' } : findings;
}
