import { type Fen, fen, type Refusal, type Result } from '#basics';
import type { Desk, EventTold, OptionTold, PayeeMade } from './desk.ts';
import { type HeirIds, heirObjects, recordHeirs } from './heirs.ts';
import type { RecordedFact, Scenario } from './scenario.ts';

/** A scenario after the officers' decisions. */
export interface Decided {
  readonly personId: string;
  /** The assessment of the ground applied for; null where the ground is not offered. */
  readonly option: OptionTold | null;
  readonly openingFen: Fen;
  readonly proposed: 'approve' | 'refuse';
  /** The code with which the application was refused before the clerk confirmed that a written decision is wanted. */
  readonly toldFirst: string | null;
  /** The code with which the second officer's approval was refused. */
  readonly refusal: string | null;
  /** The code with which the account named first was refused. */
  readonly wrongPayeeRefusal: string | null;
  /** The code with which a second application was refused. */
  readonly otherRefusal: string | null;
  /** The code with which a colleague was refused who had not taken the case over. */
  readonly colleagueRefusal: string | null;
  /** What was reported and decided before. */
  readonly events: readonly EventTold[];
  readonly scenario: Scenario;
  readonly number: string;
  /** The ids of the heirs, by name. */
  readonly heirs: HeirIds;
  readonly settled: boolean;
  /** The insurance relationship's status before the decision. */
  readonly before: string;
}

/** From the facts to the settlement, one officer after another. */
export async function decide(desk: Desk, scenario: Scenario): Promise<Decided> {
  const personId = must(await desk.findPerson(scenario.person), 'find the person');
  await record(desk, { personId, facts: scenario.facts });
  const events: EventTold[] = [];
  for (const event of scenario.events)
    events.push(must(await desk.decideEvent(personId, event), 'decide an event'));
  const { option, before, openingFen } = await assess(desk, { scenario, personId });
  const papers = (option?.materials ?? []).map(({ id }) => ({
    materialId: id,
    paperReference: `${id} 2026`,
  }));
  const application = {
    personId,
    ground: scenario.apply.ground,
    payee: scenario.heirs ? null : payeeMade(scenario.apply.payee),
    papers,
    applyAnyway: option?.status !== 'open',
  };
  const { wrongPayee, alsoApply } = scenario;
  const early = application.applyAnyway && (await desk.apply({ ...application, applyAnyway: false }));
  const first = wrongPayee && (await desk.apply({ ...application, payee: payeeMade(wrongPayee.payee) }));
  const number = must(await desk.apply(application), 'apply');
  const other = alsoApply && (await desk.apply({ ...application, papers: [], ground: alsoApply.ground }));
  const ids = await recordHeirs(desk, { scenario, number });
  const proposed = scenario.expect.decision;
  const colleagueRefusal = scenario.colleague
    ? must(await desk.proposeAsColleague(number, proposed), 'propose as a colleague')
    : null;
  if (!scenario.colleague) must(await desk.propose(number, proposed), `propose to ${proposed}`);
  await record(desk, { personId, facts: scenario.beforeApproval });
  const approved = await desk.approve(number);
  const settled = approved.ok && proposed === 'approve';
  await heirObjects(desk, { scenario, number, ids });
  if (settled) must(await desk.settle(number), 'settle');
  return {
    ...{ events, scenario, personId, number, heirs: ids, option, before, openingFen, proposed, settled },
    colleagueRefusal,
    toldFirst: early ? codeOf(early) : null,
    refusal: codeOf(approved),
    wrongPayeeRefusal: first ? codeOf(first) : null,
    otherRefusal: other ? codeOf(other) : null,
  };
}

async function record(
  desk: Desk,
  { personId, facts }: { readonly personId: string; readonly facts: readonly RecordedFact[] },
): Promise<void> {
  for (const fact of facts) {
    const factId = must(await desk.recordFact(personId, fact), `record ${fact.kind}`);
    must(await desk.confirmFact(personId, factId), `confirm ${fact.kind}`);
  }
}

/** What the rules say of the person as the books stand now. */
async function assess(
  desk: Desk,
  { scenario, personId }: { readonly scenario: Scenario; readonly personId: string },
) {
  const { situation, account } = must(await desk.readPerson(personId), 'read the person');
  const { balanceFen } = account;
  const request = {
    ...situation,
    onDate: scenario.today,
    region: '440300',
    account: { exists: true, balanceFen },
    open: { ...situation.open, competingCase: false },
  };
  const { options } = must(await desk.assess(request), 'assess');
  const option = options.find(({ ground }) => ground === scenario.apply.ground) ?? null;
  return { option, before: situation.relationship?.status ?? 'none', openingFen: fen(balanceFen) };
}

export function payeeMade({ account: accountNumber, ...payee }: Scenario['apply']['payee']): PayeeMade {
  return { ...payee, accountNumber };
}

/** What a step gave; an error that tells the step and why where it was refused. */
export function must<T>(done: Result<T, Refusal>, step: string): T {
  if (done.ok) return done.value;
  throw new Error(`${step}: ${JSON.stringify(done.refusal)}`);
}

function codeOf(done: Result<unknown, Refusal>): string | null {
  return done.ok ? null : done.refusal.code;
}
