import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { fen, plainDate } from '#basics';
import { openScenarioAgency, type ScenarioAgency } from '../agency.ts';
import { allScenarios } from '../all-scenarios.ts';
import { type Decided, decide, must } from '../decide.ts';
import type { Desk } from '../desk.ts';
import { httpDesk, signInOverHttp } from '../http-desk.ts';
import { payAll } from '../pay.ts';
import { peopleCsv } from '../people-csv.ts';
import { runSuixing } from '../run-suixing.ts';
import type { Scenario } from '../scenario.ts';
import { clonesOf } from './clones.ts';
import { type KilledServer, startKilledServer, type Victim } from './killed-server.ts';
import { stubbornFetch } from './stubborn-fetch.ts';

/** `npm run soak` asks for fifty; the tests for a short form. */
const kills = Number(process.env.SOAK_KILLS ?? '1');
const peopleAWave = kills > 2 ? 12 : 2;

let agency: ScenarioAgency | undefined;
let server: KilledServer | undefined;

afterAll(async () => {
  await server?.stop();
  await agency?.close();
});

test('whoever is killed in the middle, what was acknowledged stands, nobody is paid twice and every proof holds', async () => {
  agency = await openScenarioAgency(plainDate('2026-06-30'));
  await agency.letGo();
  server = await startKilledServer(agency.env);
  const killed = server;
  const tokens = await signInOverHttp(await killed.address());
  const { fetch: ask, retries } = stubbornFetch(() => killed.address());
  const desk = httpDesk({ address: '', tokens, ask });

  const killing = { done: 0, over: false };
  const killer = keepKilling(killed, killing);
  const played = new Map<string, Decided>();
  let paidFen = fen(0);
  for (let wave = 0; killing.done < kills; wave += 1) {
    const told = await playWave(desk, clonesOf(french(), { from: wave * peopleAWave, count: peopleAWave }));
    for (const one of told.decided) played.set(one.scenario.name, one);
    paidFen = fen(paidFen + told.paidFen);
  }
  killing.over = true;
  await killer;

  for (const one of played.values()) {
    const { state, settlement } = must(await desk.explain(one.number), 'explain');
    expect({ state, amount: settlement?.amountFen }).toMatchObject({ state: 'paid' });
  }
  await killed.stop();
  server = undefined;
  const verdict = must(await runSuixing<Verdict>({ env: agency.env, args: ['verify'] }), 'verify');
  expect(verdict.proofs.filter(({ broken }) => broken.length > 0)).toEqual([]);
  const paying = verdict.proofs.find(({ name }) => name === 'payments.nothing-paid-twice');
  expect(paying?.figures.sumFen).toBe(`${paidFen}`);
  process.stderr.write(
    `${killing.done} kills, ${played.size} people paid, ${retries()} requests asked again\n`,
  );
  expect(killing.done).toBeGreaterThanOrEqual(kills);
}, 7_200_000);

interface Verdict {
  readonly proofs: readonly {
    readonly name: string;
    readonly figures: Readonly<Record<string, string>>;
    readonly broken: readonly unknown[];
  }[];
}

function french(): Scenario {
  const found = allScenarios().find(({ name }) => name.startsWith('04-'));
  if (!found) throw new Error('the French engineer is gone');
  return found;
}

/** Some people from the import to the bank's answer, several at once. */
async function playWave(desk: Desk, people: readonly Scenario[]) {
  const { runId, openingCount, openingTotalFen } = must(await desk.importPeople(peopleCsv(people)), 'import');
  must(await desk.approveImport({ runId, openingCount, openingTotalFen }), 'approve the import');
  const decided = await Promise.all(people.map((scenario) => decide(desk, scenario)));
  const payments = [...(await payAll(desk, decided)).values()].flat();
  expect(payments.length).toBe(people.length);
  return { decided, paidFen: fen(payments.reduce((sum, { amountFen }) => sum + amountFen, 0n)) };
}

/** Kills at moments that nobody foresees, now the server, now the database. */
async function keepKilling(server: KilledServer, killing: { done: number; over: boolean }): Promise<void> {
  while (!killing.over) {
    await pause(200 + Math.random() * 2_500);
    const victim: Victim = Math.random() < 0.5 ? 'server' : 'database';
    if (killing.over) return;
    await server.kill(victim);
    killing.done += 1;
  }
}
