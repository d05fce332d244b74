import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import type { Agency } from '#apps/agency';
import { listen } from '#apps/api';
import {
  bringPeople,
  enterPartner,
  hireStaff,
  must,
  openPlace,
  type Place,
  publishedKeys,
  type Staff,
} from '#apps/country';
import { chanceOf, citizenNumber, givenNames, surnames } from '#apps/demo';
import { appliedAtOnce, applyKept, applySoon, buildGateway } from '#apps/gateway';
import { addDays, fen, type PlainDate, plainDate, shanghaiDate } from '#basics';
import type { Log } from '#platform/log';
import type { StepTimes } from './step-times.ts';
import { personsOf } from './transfers.store.ts';
import type { Turnstile } from './turnstile.ts';

/** One of two agencies with its desks and its gateway, which listens on a port of its own. */
export interface Side {
  readonly agency: Agency;
  readonly staff: Staff;
}

export interface TwoAgencies {
  /** The agency that everybody leaves, and the one that they come to. */
  readonly leaving: Side;
  readonly coming: Side;
  /** Everybody who moves, by their id at the agency that they come to. */
  readonly persons: readonly string[];
  readonly place: Place;
  stop(): Promise<void>;
}

interface Watching {
  readonly times: StepTimes;
  readonly gate: Turnstile;
  readonly log: Log;
}

/** Shenzhen and Chengdu in this process, each with a database that waits for the disk, and so many who move from one to the other. */
export async function openTwoAgencies(movers: number, watching: Watching): Promise<TwoAgencies> {
  const place = await openPlace({ regions: ['440300', '510100'], durable: true, connections: 10 });
  const gateways: Gateway[] = [];
  async function stop(): Promise<void> {
    for (const gateway of gateways) await gateway.stop();
    await place.stop();
  }
  try {
    const sides: Side[] = [];
    for (const agency of place.agencies) {
      sides.push({ agency, staff: await hireStaff(agency) });
      gateways.push(await openGateway(agency, watching));
    }
    const [from, to] = sides;
    if (!from || !to) throw new Error('there are two agencies');
    await meet(from, to, gateways[1]);
    await meet(to, from, gateways[0]);
    await enrol(movers, from, to);
    return { leaving: from, coming: to, persons: await personsOf(to.agency.database), place, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

interface Gateway {
  readonly address: string;
  stop(): Promise<void>;
}

/** As `startGateway` serves it, with what is applied timed from the claim to the commit, by what the message was. */
async function openGateway(agency: Agency, { times, gate, log }: Watching): Promise<Gateway> {
  const { gatewayDatabase, exchange } = agency;
  const { apply } = exchange;
  if (!gatewayDatabase || !apply) throw new Error('an agency was opened without its gateway');
  const types = new Map<string, string>();
  const noting: typeof apply = (tx, message, at) => {
    types.set(`${message.transferId} ${message.from}`, message.type);
    return apply(tx, message, at);
  };
  const noted = { ...agency, exchange: { ...exchange, apply: noting } };
  const soon = applySoon(async (key) => {
    const [transferId = '', from = ''] = key.split(' ');
    await gate.together(async () => {
      const start = performance.now();
      await applyKept(noted, { log, stream: { transferId, from } });
      const step = stepOf[types.get(key) ?? ''];
      if (step) times.note(step, performance.now() - start);
      types.delete(key);
    });
  }, appliedAtOnce);
  const onKept = ({ transferId, from }: { readonly transferId: string; readonly from: string }) =>
    soon.push(`${transferId} ${from}`);
  const server = await buildGateway({ ...agency, gatewayDatabase }, { log, limitRate: false, onKept });
  const listening = { host: '127.0.0.1', port: 0, setting: 'SUIXING_GATEWAY_PORT' };
  const { address, stop } = must(await listen(server, listening), 'listen');
  return {
    address,
    async stop() {
      await stop();
      await soon.stop();
    },
  };
}

const stepOf: Readonly<Record<string, string>> = {
  'contact-letter': 'accept and settle',
  'information-sheet': 'record the months',
  'remittance-advice': 'note the advice',
  'balance-credited': 'confirm',
};

async function meet({ agency, staff }: Side, other: Side, gateway: Gateway | undefined): Promise<void> {
  const { region } = other.agency;
  const keys = publishedKeys(other.agency);
  const partner = { region, nameZh: region, nameEn: region, gateway: gateway?.address ?? '', keys };
  await enterPartner(agency, { staff, partner });
}

/** Everybody is suspended with seven years and a balance where they leave, and newly insured where they come to. */
async function enrol(movers: number, from: Side, to: Side): Promise<void> {
  const today = shanghaiDate(from.agency.clock.now());
  const stopped = addDays(today, -60);
  const began = addDays(today, -59);
  const somebody = travellers(movers);
  await bringPeople(from.agency, {
    staff: from.staff,
    people: somebody.map((one, place) => ({
      ...{ ...one, status: 'suspended', since: addDays(stopped, -2_500), until: stopped },
      balanceFen: fen(100_000 + ((place * 7_919) % 3_000_000)),
    })),
  });
  await bringPeople(to.agency, {
    staff: to.staff,
    people: somebody.map((one) => ({
      ...{ ...one, status: 'active', since: began, until: addDays(today, -29), balanceFen: null },
    })),
  });
}

/** A name in characters and in Latin letters. */
type Named = readonly [string, string];

function travellers(count: number): readonly Pick<Traveller, 'name' | 'number' | 'bornOn'>[] {
  const chance = chanceOf(5);
  return Array.from({ length: count }, (_, place) => {
    const bornOn = addDays(plainDate('1970-01-01'), place % 9_000);
    const sequence = 1 + Math.floor(place / 9_000);
    const name = chance.pick<Named>(surnames)[0] + chance.pick<Named>(givenNames)[0];
    return { name, number: citizenNumber({ area: '440305', bornOn, sequence }), bornOn };
  });
}

interface Traveller {
  readonly name: string;
  readonly number: string;
  readonly bornOn: PlainDate;
}

/** `suixing verify` over an agency's whole database, as people run it. */
export async function verify(place: Place, { agency }: Side): Promise<boolean> {
  const command = join(dirname(import.meta.dirname), 'apps', 'cli', 'suixing.mjs');
  const child = spawn(process.execPath, [command, 'verify', '--fresh', '--json'], {
    env: { ...process.env, ...place.settingsOf(agency.region) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'close');
  return code === 0;
}
