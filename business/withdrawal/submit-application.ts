import { ok, type PlainDate, type Problem, type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import type { CaseFile, JsonObject } from '#engines/casework';
import { parentOf, setRuleVersion } from '#engines/casework';
import { passHold, placeHold, readAccount } from '#engines/ledger';
import type { Tx } from '#platform/postgres';
import { refuseCompeting, refuseHeld } from './competing.ts';
import { type Doing, rulesInForce, today } from './context.ts';
import { type Findings, findingsOf, optionOf, stored } from './decide-withdrawal.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { gatherFacts } from './gather-facts.ts';
import { mayNow, step } from './step.ts';
import { obstacles, standsAgainst } from './tell-findings.ts';
import { announce } from './telling/announce.ts';

interface Submission {
  readonly applyAnyway: boolean;
  /** What whoever acts calls it, and is told of where it cannot be done; submitting where nothing is said. */
  readonly called?: 'submit' | 'confirm-payee';
  /** The day of leaving as they say it, for the officers who weigh it against the papers. */
  readonly saidLeftOn?: PlainDate | null;
}

/** Submits a draft, or confirms a case of late money: it is assessed, the account is held, and the deadline begins. */
export async function submitApplication(
  tx: Tx,
  submission: Doing & Submission,
): Promise<Result<CaseFile, Refusal>> {
  const found = await findWithdrawal(tx, submission);
  return found.ok ? submitFile(tx, { ...submission, file: found.value }) : found;
}

/** Confirms a case that late money opened. What is against it is told first, as with any application. */
export function confirmPayee(tx: Tx, doing: Doing): Promise<Result<CaseFile, Refusal>> {
  return submitApplication(tx, { ...doing, applyAnyway: false, called: 'confirm-payee' });
}

/**
 * The case is decided by the rule version in force on the day of its application; a draft had none yet. Where the findings
 * are against it, whoever submits it, a clerk too, is told everything first and says that a written decision is wanted all
 * the same; what they were told stands in the history.
 */
export async function submitFile(
  tx: Tx,
  submission: Omit<Doing, 'number'> & Submission & { readonly file: CaseFile },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, file, applyAnyway, seen, called = 'submit', saidLeftOn = null } = submission;
  const may = mayNow(file, { caller, actions: [called, 'submit', 'confirm-payee'] });
  if (!may.ok) return may;
  const rules = rulesInForce(context);
  if (!rules.ok) return rules;
  const ruleSet = rules.value;
  const on = today(context);
  const { facts, competing } = await gatherFacts(tx, { context, file, on, applicant: caller });
  if (competing !== null) return refuseCompeting(tx, { caller, competing });
  const findings = findingsOf(ruleSet, { ground: file.subject, facts });
  const action = file.state === 'awaiting-confirmation' ? 'confirm-payee' : 'submit';
  const against = findings.status === 'open' ? [] : againstStep(findings, action);
  if (findings.status !== 'open' && !applyAnyway)
    return refuse({ code: 'withdrawal.not-open', problems: against });
  const option = optionOf(ruleSet, file.subject);
  const anyway = against.map(({ path, detail }): JsonObject => ({ path, zh: detail.zh, en: detail.en }));
  const data = {
    ...{ workingDays: option.workingDays, facts: stored(facts), findings: stored(findings) },
    ...(anyway.length > 0 ? { anyway } : {}),
    ...(saidLeftOn === null ? {} : { saidLeftOn }),
  };
  const met = findings.payee === 'named' ? ['payee-named'] : [];
  const moved = await step(tx, { context, file, actor: actorOf(caller), action, data, seen, met });
  if (!moved.ok) return moved;
  const kept = { ...moved.value, ruleSet: ruleSet.id, ruleVersion: ruleSet.version };
  await setRuleVersion(tx, kept);
  await announce(tx, { context, file: kept, happened: { event: 'received', findings } });
  if (facts.money === null) return ok(kept); // no account, so nothing to hold: the case can only be refused
  const placing = { owner: file.ownerId, caseId: file.id, at: context.clock.now() };
  const holder = (await readAccount(tx, file.ownerId))?.hold?.caseId;
  if (holder === file.id) return ok(kept); // passed on when a transfer's balance was refused
  const parent = await parentOf(tx, file);
  const parentHolds = parent !== undefined && parent.parentId === holder;
  const held = parentHolds ? await passHold(tx, placing) : await placeHold(tx, placing);
  return held.ok ? ok(kept) : refuseHeld({ caller, refusal: held.refusal });
}

/** Where the payee is what is confirmed, that cannot follow later either. */
function againstStep(findings: Findings, action: 'submit' | 'confirm-payee'): readonly Problem[] {
  const account = obstacles(findings).filter(({ path }) => path === 'payee' && action === 'confirm-payee');
  return [...standsAgainst(findings), ...account];
}
