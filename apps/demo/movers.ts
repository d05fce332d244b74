import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Agency } from '#apps/agency';
import { monthOf, monthsOn, type PlainDate, plainDate, shanghaiDate, type YearMonth } from '#basics';
import type { Caller } from '#business/access/public';
import { documentsOf, personById, standingOf } from '#business/registry';
import { checkDeparture } from '#business/transfer';
import type { Config } from '#platform/config';
import type { Citizen } from './city.ts';
import { firmOf } from './city.ts';
import { peopleWithoutCase } from './movers.store.ts';
import { importCity } from './seed.ts';
import { signIn } from './staff.ts';
import { demoCityOf } from './two-cities.ts';

/** Somebody who was insured in one of the demo's cities and works in the other now: there is a transfer to try. */
export interface Mover {
  readonly from: string;
  readonly to: string;
  /** Their ids in the two records. */
  readonly there: string;
  readonly here: string;
}

export interface MoverShown extends Mover {
  readonly name: string;
  readonly stoppedOn: PlainDate | null;
  readonly since: PlainDate | null;
}

const moversEachWay = 6;

/** Brings a few people of each city into the other's record, once; whoever stopped paying in one and has no case is as good as any. */
export async function bringMovers(agencies: readonly [Agency, Agency]): Promise<void> {
  const [one, other] = agencies;
  if (existsSync(moversFile(one.config))) return;
  const movers = [...(await moversBetween(one, other)), ...(await moversBetween(other, one))];
  writeFileSync(moversFile(one.config), `${JSON.stringify(movers, null, 2)}\n`);
}

/** Who moved, as an agency's own record has them; by their whole names, since nobody exists who bears them. */
export async function demoMovers(agency: Agency): Promise<readonly MoverShown[]> {
  const file = moversFile(agency.config);
  const movers: readonly Mover[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []; // as written above
  return Promise.all(
    movers.map(async (mover) => {
      const owner = mover.from === agency.region ? mover.there : mover.here;
      const person = await personById(agency.database, owner);
      const { relationship } = await standingOf(agency.database, owner);
      const stoppedOn = relationship?.stoppedOn ?? null;
      return { ...mover, name: person?.name ?? '', stoppedOn, since: relationship?.since ?? null };
    }),
  );
}

async function moversBetween(from: Agency, to: Agency): Promise<readonly Mover[]> {
  const clerk = await signIn(from, 'clerk1');
  const people: (Citizen & { readonly there: string })[] = [];
  for (const owner of await peopleWithoutCase(from.database, 400)) {
    if (people.length === moversEachWay) break;
    const citizen = await asArriving({ from, to, clerk }, { owner, at: people.length });
    if (citizen) people.push({ ...citizen, there: owner });
  }
  if (people.length === 0) return [];
  const staff = { clerk: await signIn(to, 'clerk1'), reviewer: await signIn(to, 'reviewer1') };
  const found = await importCity(to, { employers: [], people }, { staff, onProgress: () => undefined });
  return people.map(({ there }, at) => ({
    ...{ from: from.region, to: to.region, there },
    here: found[at] ?? '',
  }));
}

interface Move {
  readonly from: Agency;
  readonly to: Agency;
  readonly clerk: Caller;
}

/** The person as the other city records them; null where they cannot be transferred, or did not simply stop. */
async function asArriving(
  { from, to, clerk: caller }: Move,
  { owner, at }: { readonly owner: string; readonly at: number },
): Promise<Citizen | null> {
  const { database: reader, seal } = from;
  const standing = await standingOf(reader, owner);
  const stoppedOn = standing.relationship?.stoppedOn ?? null;
  const gone = standing.died ?? standing.retired ?? standing['left-country'] ?? standing['nationality-lost'];
  if (standing.relationship?.status !== 'suspended' || stoppedOn === null || gone) return null;
  const asked = { context: from, caller, personId: owner, to: to.region };
  const check = await checkDeparture(reader, asked);
  if (!check.ok || check.value.outcome !== 'open') return null;
  const person = await personById(reader, owner);
  const [document] = await documentsOf(reader, [owner]);
  if (!person || !document) return null;
  const place = demoCityOf(to);
  const today = shanghaiDate(to.clock.now());
  return {
    ...{ story: 'working', name: person.name, nameLatin: person.nameLatin ?? '', bornOn: person.bornOn },
    ...{ nationality: 'CHN', status: 'active', stoppedOn: null, retiredOn: null, diedOn: null, left: null },
    document: { kind: 'citizen-id', number: seal.open(document.numberSealed) },
    ...{ employer: firmOf(at, place), nationalityLostOn: null, balanceFen: BigInt(10_000 + 1_357 * at) },
    insuredFrom: plainDate(`${sinceMonth(monthOf(stoppedOn), { at, today })}-01`),
    phone: `${place.phones}${9_900 + at}`,
  };
}

/** One began before the other had ended, one in the next month, one after a gap that may be paid up, one after a longer one. */
function sinceMonth(
  stopped: YearMonth,
  { at, today }: { readonly at: number; readonly today: PlainDate },
): YearMonth {
  const latest = monthsOn(monthOf(today), -2);
  const wished =
    [monthsOn(stopped, 1), monthsOn(stopped, 3), monthsOn(stopped, -1), latest][at % 4] ?? latest;
  return wished < latest ? wished : latest;
}

function moversFile({ clusterDir }: Config): string {
  return join(clusterDir, 'demo-movers.json');
}
