import { addDays, type PlainDate, shanghaiDate } from '#basics';
import { findPersonByIdentity } from '#business/registry';
import { readIdentity } from '#business/registry/public';
import type { Log } from '#platform/log';
import { simulatedBank } from './bank.ts';
import { type Country, type Mover, settingsOf } from './draw-country.ts';
import { inProcess } from './in-process.ts';
import { type CountryAlive, type Living, sideBySide } from './live-day.ts';
import { bringPeople } from './people.ts';
import { openPlace, type Place } from './place.ts';
import { enterPartner, hireStaff, publishedKeys } from './staff.ts';

/** How far the work is, for whoever waits. */
export type Progress = (phase: Phase, done: number, total: number) => void;
export type Phase = 'agencies' | 'officers' | 'directory' | 'people' | 'days' | 'proofs';

export interface Founding {
  readonly country: Country;
  /** The first day that is lived through. */
  readonly from: PlainDate;
  readonly log: Log;
  readonly onProgress: Progress;
}

export interface Founded extends CountryAlive {
  readonly place: Place;
  /** Puts those on record where they come to who apply there from one day to another. */
  enrol(movers: readonly Mover[]): Promise<void>;
  stop(): Promise<void>;
}

/** What stands in each agency's account at first. */
export const openingFen = 10_000_000_000_00n;

/** Opens every agency with its officers, enters them in each other's directories, and puts everybody on record. */
export async function foundCountry({ country, from, log, onProgress }: Founding): Promise<Founded> {
  const regions = country.regions.map(({ code }) => code);
  const place = await openPlace({
    ...{ regions, durable: false, connections: 4 },
    settings: (code) => settingsOf(country.regions.find((region) => region.code === code)),
    onOpened: (opened) => onProgress('agencies', opened, regions.length),
  });
  const unread = new Set<string>();
  const exchange = await inProcess(place.agencies, { log, onKept: (region) => unread.add(region) });
  async function stop(): Promise<void> {
    await exchange.close();
    await place.stop();
  }
  try {
    // The day before: no clock ever goes back. Sessions are opened by this clock, which runs ahead of the machine's from here on.
    await place.moveTo(morningOf(addDays(from, -1)));
    const living = await openDesks(country, { place, onProgress });
    await fillDirectories(country, { living, exchange, onProgress });
    const ids = new Map<string, string>();
    await settle(country, { living, ids, onProgress });
    const alive = {
      ...{ living, exchange, log, unread, place, stop },
      ...{ bank: bankOf(country), answers: new Map<string, string>(), turnedAway: new Map<string, number>() },
      idsOf: ({ from: here, to: there, person }: Mover) => ({
        here: ids.get(`${here} ${person.number}`) ?? '',
        there: ids.get(`${there} ${person.number}`) ?? '',
      }),
    };
    return { ...alive, enrol: (movers) => enrolMovers(movers, { living, ids }) };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

export function morningOf(on: PlainDate): Date {
  return new Date(`${on}T08:30:00+08:00`);
}

/** The next working day or one of the two after it; one payment in three hundred comes back. */
function bankOf({ regions }: Country) {
  return simulatedBank(
    regions.map(({ code }) => code),
    {
      openingFen,
      arrivesOn({ endToEndId }, { on }) {
        const drawn = Number.parseInt(Buffer.from(endToEndId).toString('hex').slice(-9, -2), 16);
        return drawn % 300 === 0 ? null : addDays(on, drawn % 3);
      },
    },
  );
}

async function openDesks(
  { regions }: Country,
  { place: { agencies }, onProgress }: Pick<Founded, 'place'> & Pick<Founding, 'onProgress'>,
): Promise<readonly Living[]> {
  const living: Living[] = [];
  for (const [place, agency] of agencies.entries()) {
    const region = regions[place];
    if (region) living.push({ agency, region, place, staff: await hireStaff(agency) });
    onProgress('officers', place + 1, agencies.length);
  }
  return living;
}

/** Each agency knows those with which it will have to do. */
async function fillDirectories(
  { movers }: Country,
  { living, exchange, onProgress }: Pick<CountryAlive, 'living' | 'exchange'> & Pick<Founding, 'onProgress'>,
): Promise<void> {
  const meeting = new Set(movers.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
  const known = living.map(({ agency, region, place }) => ({
    ...{ place, region: region.code, keys: publishedKeys(agency), gateway: exchange.addressOf(region.code) },
    ...{ nameZh: `模拟地区 ${region.name}`, nameEn: `Simulated region ${region.name}` },
  }));
  let done = 0;
  await sideBySide(living, async ({ agency, staff, place }) => {
    for (const { place: other, ...partner } of known)
      if (meeting.has(`${place} ${other}`)) await enterPartner(agency, { staff, partner });
    done += 1;
    onProgress('directory', done, living.length);
  });
}

/** Who leaves within the time has stopped paying before it begins, as the law asks for. */
async function settle(
  country: Country,
  { living, ids, onProgress }: Enrolling & Pick<Founding, 'onProgress'>,
): Promise<void> {
  let done = 0;
  await sideBySide(living, async ({ agency, staff, place }) => {
    const today = shanghaiDate(agency.clock.now());
    const residents = country.people[place] ?? [];
    const people = residents.map((one) => ({
      ...one,
      status: one.moves ? ('suspended' as const) : ('active' as const),
      ...{ since: addDays(today, -2_600), until: addDays(today, one.moves ? -40 : -31) },
    }));
    await bringPeople(agency, { staff, people });
    for (const { number } of residents.filter(({ moves }) => moves))
      ids.set(`${place} ${number}`, await idOf(agency, number));
    done += 1;
    onProgress('people', done, living.length);
  });
}

interface Enrolling {
  readonly living: readonly Living[];
  readonly ids: Map<string, string>;
}

async function enrolMovers(movers: readonly Mover[], { living, ids }: Enrolling): Promise<void> {
  const byPlace = [...Map.groupBy(movers, ({ to }) => to)];
  await sideBySide(byPlace, async ([place, arriving]) => {
    const there = living[place];
    if (!there) throw new Error('somebody moves to nowhere');
    const { agency, staff } = there;
    const today = shanghaiDate(agency.clock.now());
    const people = arriving.map(({ person: { number, bornOn }, nameThere }) => ({
      ...{ name: nameThere, number, bornOn, status: 'active' as const, balanceFen: null },
      ...{ since: addDays(today, -62), until: addDays(today, -31) },
    }));
    await bringPeople(agency, { staff, people });
    for (const { number } of people) ids.set(`${place} ${number}`, await idOf(agency, number));
  });
}

async function idOf({ database, seal }: Living['agency'], number: string): Promise<string> {
  const read = readIdentity({ kind: 'citizen-id', number, issuer: null });
  if (!('value' in read)) throw new Error('a number was drawn that has not the form of its kind');
  const found = await findPersonByIdentity(database, { seal, document: read.value });
  if (found === null) throw new Error('somebody who was imported is not on record');
  return found;
}
