import { type Fen, fen } from '#basics';
import { type Decided, decide, must } from './decide.ts';
import type { Desk, ExplanationTold } from './desk.ts';
import { type PaymentMade, payAll } from './pay.ts';
import { peopleCsv } from './people-csv.ts';
import type { Scenario } from './scenario.ts';

/** What came out of a scenario, from every side that tells it. */
export interface Outcome extends Omit<Decided, 'scenario' | 'number' | 'heirs' | 'settled' | 'before'> {
  readonly state: { readonly id: string; readonly zh: string; readonly en: string };
  readonly relationship: { readonly before: string; readonly after: string };
  readonly leftFen: Fen;
  readonly explanation: ExplanationTold;
  readonly payments: readonly PaymentMade[];
}

/**
 * The runner: a day at the agency. Everybody is imported and approved, each application is decided, what was settled is
 * paid in batches until the bank sends nothing back, and then each case is looked at again. A scenario in which something
 * went another way answers the error instead, and does not keep the others.
 */
export async function playAll(
  desk: Desk,
  scenarios: readonly Scenario[],
): Promise<ReadonlyMap<string, Outcome | Error>> {
  await admit(desk, scenarios);
  const decided = new Map<string, Decided | Error>();
  for (const scenario of scenarios) decided.set(scenario.name, await decide(desk, scenario).catch(asError));
  const settled = [...decided.values()].filter(isSettled);
  const payments = await payAll(desk, settled);
  const outcomes = new Map<string, Outcome | Error>();
  for (const [name, one] of decided) {
    const told =
      one instanceof Error ? one : await report(desk, one, payments.get(name) ?? []).catch(asError);
    outcomes.set(name, told);
  }
  return outcomes;
}

async function admit(desk: Desk, scenarios: readonly Scenario[]): Promise<void> {
  const taken = must(await desk.importPeople(peopleCsv(scenarios)), 'import');
  const { runId, openingCount, openingTotalFen } = taken;
  must(await desk.approveImport({ runId, openingCount, openingTotalFen }), 'approve the import');
}

async function report(desk: Desk, decided: Decided, payments: readonly PaymentMade[]): Promise<Outcome> {
  const { personId, number, before, scenario: _, settled: __, heirs: ___, ...rest } = decided;
  const explanation = must(await desk.explain(number), 'explain');
  const { situation, account } = must(await desk.readPerson(personId), 'read the person');
  return {
    ...rest,
    personId,
    state: { id: explanation.state, ...explanation.stateName },
    relationship: { before, after: situation.relationship?.status ?? 'none' },
    leftFen: fen(account.balanceFen),
    explanation,
    payments,
  };
}

function isSettled(one: Decided | Error): one is Decided {
  return !(one instanceof Error) && one.settled;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
