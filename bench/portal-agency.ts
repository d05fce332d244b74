import type { Agency } from '#apps/agency';
import { startServer } from '#apps/api';
import { bringPeople, hireStaff, must, openPlace, type Staff } from '#apps/country';
import { chanceOf, citizenNumber, givenNames, surnames } from '#apps/demo';
import { addDays, fen, type PlainDate, plainDate, shanghaiDate } from '#basics';
import { activateLogin, handOverCode } from '#business/access';
import { findPersonByIdentity } from '#business/registry';
import { readIdentity } from '#business/registry/public';
import { applyForWithdrawal } from '#business/withdrawal';
import { openLog } from '#platform/log';
import { inTransaction } from '#platform/postgres';
import type { Visitor } from './portal.ts';

export interface PortalServed {
  readonly address: string;
  readonly visitors: readonly Visitor[];
  stop(): Promise<void>;
}

/** An agency whose commits wait for the disk, with its API and its pages, and so many insured people with a login and a case. */
export async function servePortalFor(people: number): Promise<PortalServed> {
  const place = await openPlace({ regions: ['440300'], durable: true, connections: 10 });
  try {
    const [agency] = place.agencies;
    if (!agency) throw new Error('there is one agency');
    const visitors = await bringVisitors(agency, people);
    const options = { host: '127.0.0.1', port: 0, log: openLog({ level: 'error', app: 'bench' }) };
    const portal = { region: agency.region, demo: true };
    const server = must(
      await startServer(agency, { ...options, portal, trustedProxies: ['127.0.0.1'] }),
      'serve',
    );
    return {
      ...{ address: server.address, visitors },
      async stop() {
        await server.stop();
        await place.stop();
      },
    };
  } catch (fault) {
    await place.stop();
    throw fault;
  }
}

async function bringVisitors(agency: Agency, count: number): Promise<readonly Visitor[]> {
  const staff = await hireStaff(agency);
  const today = shanghaiDate(agency.clock.now());
  const people = somebody(count, today);
  await bringPeople(agency, { staff, people });
  const visitors: Visitor[] = [];
  for (const { number: document, bornOn } of people) {
    const personId = await personOf(agency, document);
    const loginName = `visitor.${visitors.length}`;
    await giveLogin(agency, { staff, personId, loginName });
    const number = await openCase(agency, { staff, personId });
    const known = { lastCharacters: document.slice(-4), bornOn, region: agency.region, today };
    visitors.push({ ...{ loginName, password, personId, number }, ...known });
  }
  return visitors;
}

const password = 'three wet otters sing';

/** A name in characters and in Latin letters. */
type Named = readonly [string, string];

function somebody(count: number, today: PlainDate) {
  const chance = chanceOf(7);
  return Array.from({ length: count }, (_, place) => {
    const bornOn = addDays(plainDate('1970-01-01'), place * 31);
    const name = chance.pick<Named>(surnames)[0] + chance.pick<Named>(givenNames)[0];
    return {
      ...{ name, bornOn, number: citizenNumber({ area: '440304', bornOn, sequence: 1 }) },
      ...{ status: 'suspended' as const, since: addDays(today, -2_500), until: addDays(today, -60) },
      balanceFen: fen(100_000 + ((place * 7_919) % 3_000_000)),
    };
  });
}

async function personOf(agency: Agency, number: string): Promise<string> {
  const read = readIdentity({ kind: 'citizen-id', number, issuer: null });
  if (!('value' in read)) throw new Error('a made-up number has not the form of its kind');
  const found = await findPersonByIdentity(agency.database, { seal: agency.seal, document: read.value });
  if (found === null) throw new Error('a person who was imported is not on record');
  return found;
}

async function giveLogin(
  agency: Agency,
  {
    staff,
    personId,
    loginName,
  }: { readonly staff: Staff; readonly personId: string; readonly loginName: string },
): Promise<void> {
  const access = { ...agency, mode: agency.config.mode };
  const wish = {
    personId,
    capacity: 'insured',
    paperReference: 'identity card seen',
    loginId: null,
  } as const;
  const { code } = must(await handOverCode(access, staff.clerk, wish), 'hand a code over');
  must(await activateLogin(access, { by: 'window-code', code, loginName, password }), 'activate a login');
}

async function openCase(
  agency: Agency,
  { staff, personId }: { readonly staff: Staff; readonly personId: string },
): Promise<string> {
  const application = {
    ...{ context: agency, caller: staff.clerk, personId, payee: null, papers: [] },
    ...{ ground: 'settled-abroad-before-retirement', submit: true, applyAnyway: true },
  };
  const opened = await inTransaction(agency.database, (tx) => applyForWithdrawal(tx, application));
  return must(opened, 'open a case').number;
}
