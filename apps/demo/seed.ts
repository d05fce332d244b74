import type { Agency } from '#apps/agency';
import { moveLeadSeconds } from '#apps/agency';
import { addDays, shanghaiDate } from '#basics';
import { approveImport, findPersonByIdentity, importMonths, importPeople } from '#business/registry';
import { readIdentity } from '#business/registry/public';
import { ruleSetOn } from '#engines/rules';
import { bytesSource } from '#platform/files';
import { payCases } from './batches.ts';
import { bringCase, type DemoStaff } from './cases.ts';
import { type Citizen, type City, cityOf } from './city.ts';
import { monthsCsv, peopleCsv } from './city-csv.ts';
import { must } from './must.ts';
import { type PlannedCase, planOf, type Stage, seededDays } from './plan.ts';
import { demoCityOf } from './two-cities.ts';

export interface Seeding {
  readonly staff: DemoStaff;
  readonly seed: number;
  readonly people: number;
  readonly employers: number;
  /** How far it has come, for a person who waits. */
  readonly onProgress: (
    phase: 'people' | 'balances' | 'months' | 'cases',
    done: number,
    total: number,
  ) => void;
}

/**
 * Draws the city into an empty agency by the same use cases that officers use: files are imported and approved, facts
 * recorded and confirmed, cases brought on their day. The clock starts some days back and ends where it stood, so that
 * some deadlines are near and some are past.
 */
export async function seedCity(agency: Agency, seeding: Seeding): Promise<{ readonly cases: number }> {
  await moveClock(agency, -seededDays);
  const today = shanghaiDate(agency.clock.now());
  const place = demoCityOf(agency);
  const city = cityOf({ ...seeding, today, place });
  const rules = ruleSetOn(agency.schedule, { region: agency.region, onDate: today });
  const grounds = new Set(rules?.options.map(({ ground }) => ground));
  await importCity(agency, city, seeding);
  const planned = planOf(city.people).filter(({ ground }) => grounds.has(ground));
  const brought = await bringCases(agency, planned, seeding);
  const { staff } = seeding;
  await payCases(agency, { staff, caseIds: idsAt(brought, ['paid', 'returned']), answered: true });
  await payCases(agency, { staff, caseIds: idsAt(brought, ['paying']), answered: false });
  return { cases: brought.length };
}

/** Imports people with their balances and months as two officers do; answers their ids in the same order. */
export async function importCity(
  agency: Agency,
  city: City,
  {
    staff,
    onProgress,
  }: { readonly staff: Pick<DemoStaff, 'clerk' | 'reviewer'> } & Pick<Seeding, 'onProgress'>,
): Promise<readonly string[]> {
  const today = shanghaiDate(agency.clock.now());
  const file = (name: string, text: string) => bytesSource(name, new TextEncoder().encode(text));
  const people = must(
    await importPeople(agency, {
      caller: staff.clerk,
      file: file('people.csv', peopleCsv(city, addDays(today, -1))),
      dryRun: false,
      onProgress: ({ phase, done, total }) => phase === 'writing' && onProgress('people', done, total ?? 0),
    }),
    'import people',
  );
  const { runId, openingCount, openingTotalFen } = people;
  must(
    await approveImport(agency, {
      caller: staff.reviewer,
      runId: runId ?? '',
      openingCount,
      openingTotalFen,
      onProgress: ({ done, total }) => onProgress('balances', done, total ?? 0),
    }),
    'approve the balances',
  );
  const months = must(
    await importMonths(agency, {
      caller: staff.clerk,
      file: file('months.csv', monthsCsv(city, { today, region: agency.region })),
      dryRun: false,
      onProgress: ({ phase, done, total }) => phase === 'writing' && onProgress('months', done, total ?? 0),
    }),
    'import paid months',
  );
  const totals = { openingCount: months.openingCount, openingTotalFen: months.openingTotalFen };
  must(
    await approveImport(agency, { caller: staff.reviewer, runId: months.runId ?? '', ...totals }),
    'approve the paid months',
  );
  return Promise.all(city.people.map((person) => personOf(agency, person)));
}

interface BroughtCase {
  readonly caseId: string;
  readonly stage: Stage;
}

async function bringCases(
  agency: Agency,
  planned: readonly PlannedCase[],
  { staff, onProgress }: Seeding,
): Promise<readonly BroughtCase[]> {
  const brought: BroughtCase[] = [];
  for (let day = 0; day < seededDays; day += 1) {
    for (const each of planned.filter((one) => one.day === day)) {
      const personId = await personOf(agency, each.person);
      const { caseId } = await bringCase({ agency, staff, planned: each, personId });
      brought.push({ caseId, stage: each.stage });
      onProgress('cases', brought.length, planned.length);
    }
    await moveClock(agency, 1);
  }
  return brought;
}

async function personOf(agency: Agency, person: Citizen): Promise<string> {
  const { kind, number } = person.document;
  const read = readIdentity({ kind, number, issuer: kind === 'passport' ? person.nationality : null });
  if (!('value' in read)) throw new Error('demo: a made-up number has not the form of its kind');
  const sought = { seal: agency.seal, document: read.value };
  const found = await findPersonByIdentity(agency.database, sought);
  if (found === null) throw new Error('demo: a person who was imported is not on record');
  return found;
}

function idsAt(brought: readonly BroughtCase[], wanted: readonly Stage[]): readonly string[] {
  return brought.filter(({ stage }) => wanted.includes(stage)).map(({ caseId }) => caseId);
}

async function moveClock(agency: Agency, days: number): Promise<void> {
  if (!agency.migrator) throw new Error('only a demo with the embedded database moves its clock');
  await moveLeadSeconds(agency.migrator, days * 86_400);
  await agency.clock.refresh();
}
