import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '#basics';
import { inFull } from '#platform/testing';
import { openScenarioAgency, type ScenarioAgency } from './agency.ts';
import { allScenarios, outcomesFolder } from './all-scenarios.ts';
import { cliDesk, logInAtKeyboard } from './cli-desk.ts';
import { cameOut } from './expectation.ts';
import { type Keyboard, openKeyboard } from './keyboard.ts';
import { outcomeText } from './outcome-text.ts';
import { playAll } from './play.ts';
import { playedOf } from './played.ts';
import { runSuixing } from './run-suixing.ts';

/**
 * With `npm run e2e` each of the eight grounds once, three refusals, a life event, a take-over and a disputed share; with `npm test` one that
 * is paid and one that is refused. Over HTTP all of them go.
 */
const every = ['01', '02', '03', '04', '05', '06', '07', '08', '10', '11', '14', '23', '30', '31'];
const chosen = inFull ? every : ['01', '10'];
const scenarios = allScenarios().filter(({ name }) => chosen.includes(name.slice(0, 2)));

let agency: ScenarioAgency;
let keyboard: Keyboard;
let outcomes: Awaited<ReturnType<typeof playAll>>;

beforeAll(async () => {
  agency = await openScenarioAgency(plainDate('2026-06-30'));
  keyboard = openKeyboard({ apart: inFull ? 'by-command' : 'not' });
  outcomes = await playAll(cliDesk(await logInAtKeyboard({ ...agency, keyboard })), scenarios);
}, 480_000);

afterAll(async () => {
  await keyboard?.close();
  await agency?.close();
});

describe('On the command line', () => {
  test.each(scenarios.map((scenario) => [scenario.title.en, scenario] as const))(
    '%s',
    async (_, scenario) => {
      const { database } = agency;
      const played = await playedOf(outcomes, { name: scenario.name, database });
      expect(cameOut(scenario.apply.ground, played)).toEqual(scenario.expect);
      expect(outcomeText(scenario, played)).toBe(
        readFileSync(join(outcomesFolder, `${scenario.name}.md`), 'utf8'),
      );
    },
  );

  test.runIf(inFull)('eight grounds are paid and three applications are refused', () => {
    const paid = scenarios.filter(({ expect: { payment } }) => payment === 'paid');
    expect(new Set(paid.map(({ apply }) => apply.ground)).size).toBe(8);
    expect(scenarios.filter(({ expect: { decision } }) => decision === 'refuse')).toHaveLength(3);
  });

  test('the whole database is proved, nothing is broken', async () => {
    const verified = await runSuixing<Verified>({ env: agency.env, args: ['verify'] });
    const proofs = verified.ok ? verified.value.proofs : [];
    expect(proofs.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
    expect(proofs.filter(({ verdict }) => verdict === 'ok').length).toBeGreaterThan(5);
  });
});

interface Verified {
  readonly ok: boolean;
  readonly proofs: readonly { readonly name: string; readonly verdict: 'ok' | 'broken' | 'nothing' }[];
}
