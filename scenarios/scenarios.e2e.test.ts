import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fen, plainDate } from '#basics';
import { openScenarioAgency, type ScenarioAgency } from './agency.ts';
import { allScenarios, outcomesFolder } from './all-scenarios.ts';
import { cameOut, type Played, sumsOf } from './expectation.ts';
import { httpDesk, signInOverHttp } from './http-desk.ts';
import { outcomeText } from './outcome-text.ts';
import { playAll } from './play.ts';
import { playedOf } from './played.ts';
import type { Scenario } from './scenario.ts';
import { type ServedProcess, serveAgency } from './served.ts';
import { slowInterest } from './slow-interest.ts';

const scenarios = allScenarios();
const today = plainDate('2026-06-30');

let agency: ScenarioAgency;
let server: ServedProcess;
let outcomes: Awaited<ReturnType<typeof playAll>>;

beforeAll(async () => {
  agency = await openScenarioAgency(today);
  server = await serveAgency(agency.env);
  const { address } = server;
  outcomes = await playAll(httpDesk({ address, tokens: await signInOverHttp(address) }), scenarios);
}, 480_000);

afterAll(async () => {
  await server?.stop();
  await agency?.close();
});

describe('Over HTTP', () => {
  test.each(scenarios.map((scenario) => [scenario.title.en, scenario] as const))(
    '%s',
    async (_, scenario) => {
      const { outcome, books } = await played(scenario);
      expect(cameOut(scenario.apply.ground, { outcome, books })).toEqual(scenario.expect);
      expect(outcome.toldFirst).toBe(outcome.option?.status === 'open' ? null : 'withdrawal.not-open');
      expect(outcome.wrongPayeeRefusal).toBe(scenario.wrongPayee?.refusal ?? null);
      expect(outcome.colleagueRefusal).toBe(scenario.colleague?.refusal ?? null);
      expect(outcome.otherRefusal).toBe(scenario.alsoApply?.refusal ?? null);
      expect(outcome.explanation.verification).toEqual({ same: true, chainWhole: true });
      const file = join(outcomesFolder, `${scenario.name}.md`);
      await expect(outcomeText(scenario, { outcome, books })).toMatchFileSnapshot(file);
    },
  );

  test('every scenario has its outcome on record, and no other is', () => {
    const wanted = scenarios.map(({ name }) => `${name}.md`);
    expect(readdirSync(outcomesFolder).sort()).toEqual(wanted);
  });

  test('what is paid is the balance and its interest to the fen, the same in the bank file, the books and the explanation', async () => {
    const paid = scenarios.filter((scenario) => scenario.expect.payment === 'paid');
    expect(paid.length).toBeGreaterThan(0);
    for (const scenario of paid) {
      const { openingBalance: opening, balanceOn: fromOn } = scenario.person;
      const interest = slowInterest(fen(opening), { fromOn, toOn: scenario.today });
      const total = fen(opening + interest);
      expect({ name: scenario.name, ...sumsOf(await played(scenario)) }).toEqual({
        name: scenario.name,
        bankFile: total,
        explained: total,
        explainedInterest: interest,
        withdrawn: total,
        paidOut: total,
        interest,
        opening,
        left: 0n,
      });
    }
  });

  test('what is refused leaves the money where it was', async () => {
    for (const scenario of scenarios.filter(({ expect: { payment } }) => payment === 'none')) {
      expect(sumsOf(await played(scenario))).toMatchObject({
        bankFile: 0n,
        withdrawn: 0n,
        left: scenario.person.openingBalance,
      });
    }
  });

  test('every ground is paid at least once and refused at least once somewhere', () => {
    const grounds = (decision: string) =>
      new Set(
        scenarios.filter(({ expect: out }) => out.decision === decision).map(({ apply }) => apply.ground),
      );
    expect(grounds('approve').size).toBe(8);
    expect(grounds('refuse').size).toBeGreaterThanOrEqual(4);
    expect(new Set(scenarios.map((scenario) => scenario.today))).toEqual(new Set([today]));
  });
});

function played({ name }: Scenario): Promise<Played> {
  return playedOf(outcomes, { name, database: agency.database });
}
