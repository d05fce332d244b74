import { shanghaiDate } from '#basics';
import { addressOfPartner } from '#business/partners';
import { approveBatch, buildBatch, exportBatch, giveUpBatch, importBankFile } from '#business/payments';
import { creditArrivals, remindPartners, settleWaitingDepartures } from '#business/transfer';
import { settleAllApproved } from '#business/withdrawal';
import { deliverDue } from '#engines/exchange';
import { openLog } from '#platform/log';
import { inTransaction } from '#platform/postgres';
import { applyKept } from '../rounds.ts';
import { officer } from '../two-agencies.testing.ts';
import { type Doing, deeds } from './deeds.testing.ts';
import { killed } from './mortal.testing.store.ts';
import type { Plot, Region } from './people.testing.ts';
import type { Act } from './stories.testing.ts';
import { codeOf, plotOf, type World } from './world.testing.ts';

/** Something that may happen next. */
export interface Move {
  /** Whose process does it; null where it is the outside world. */
  readonly by: Region | null;
  /** Nothing changes at the other agency. */
  readonly alone?: true;
  readonly name: string;
  /** Answers what came of it, for the log of steps. */
  readonly run: () => Promise<string>;
}

const finance = officer('finance', 'finance');

/** One message that is due, to the other agency's gateway. */
export function deliver(world: World, region: Region): Move {
  const { agency } = world.agencies[region];
  const { database, clock, seal, random } = agency;
  const addressOf = (to: string) => addressOfPartner(database, { region: to, at: clock.now() });
  const chance = () => Buffer.from(random(4)).readUInt32BE() / 2 ** 32;
  const post = (_gateway: string, text: string) => world.network.post(region, text);
  return {
    ...{ by: region, name: 'delivers' },
    async run() {
      const { delivered, failed, before } = await deliverDue(
        { database, clock, seal, addressOf, post, chance },
        { limit: 1 },
      );
      return before[0]
        ? `before a clerk: ${before[0].result}`
        : delivered > 0
          ? 'delivered'
          : failed > 0
            ? 'not delivered'
            : 'nothing due';
    },
  };
}

/** What came is applied. */
export function apply(world: World, region: Region): Move {
  const { agency, faults } = world.agencies[region];
  const told: string[] = [];
  const log = openLog({ level: 'info', app: region, to: { write: (line) => void told.push(line) } });
  return {
    ...{ by: region, alone: true, name: 'applies' },
    async run() {
      await applyKept(agency, { log, stream: null });
      faults.push(...told.filter((line) => line.includes('"error"') && !line.includes(killed)));
      return (
        told
          .map((line) => (JSON.parse(line) as { code?: string; msg: string }).code ?? 'applied')
          .join(', ') || 'nothing'
      );
    },
  };
}

/** What the worker does with transfers and withdrawals in each round. */
export function work(world: World, region: Region): Move {
  const { agency } = world.agencies[region];
  return {
    ...{ by: region, alone: true, name: 'works' },
    async run() {
      const settled = await settleWaitingDepartures(agency);
      const credited = await creditArrivals(agency);
      const { reminded, noAccount } = await remindPartners(agency);
      const paid = await settleAllApproved(agency);
      const counts = { settled, credited, reminded, noAccount, paid: paid.settled };
      return (
        Object.entries(counts)
          .flatMap(([name, { length }]) => (length > 0 ? [`${name} ${length}`] : []))
          .join(', ') || 'nothing'
      );
    },
  };
}

/** Of that only what was waited for: nobody is reminded. */
export function creditOnly(world: World, region: Region): Move {
  const { agency } = world.agencies[region];
  const run = async () => `credited ${(await creditArrivals(agency)).length}`;
  return { by: region, alone: true, name: 'credits', run };
}

/** What finance officers have to do next with payments; null where there is nothing. */
export function pay(world: World, region: Region): Move | null {
  const { agency } = world.agencies[region];
  const { batches, released, due } = world.views[region];
  const ready = released.find((id) => !world.handedOver.has(id));
  const [waiting] = batches;
  const by = region;
  if (ready !== undefined)
    return { by, alone: true, name: 'hands a batch to the bank', run: () => handOver(world, region, ready) };
  if (waiting)
    return { by, alone: true, name: 'approves a batch', run: () => approve(world, region, waiting) };
  if (due === 0) return null;
  const wish = { caller: finance, orderIds: null, executeOn: shanghaiDate(agency.clock.now()) };
  return {
    ...{ by, alone: true, name: 'builds a batch' },
    run: async () => codeOf(await inTransaction(agency.database, (tx) => buildBatch(tx, agency, wish))),
  };
}

async function approve(
  { agencies }: World,
  region: Region,
  { id: batchId, digest }: { readonly id: string; readonly digest: string },
): Promise<string> {
  const { agency } = agencies[region];
  const said: string[] = [];
  for (const name of ['both', 'finance2']) {
    const asked = { caller: officer(name, 'finance'), batchId, digest: Buffer.from(digest, 'hex') };
    said.push(codeOf(await inTransaction(agency.database, (tx) => approveBatch(tx, agency, asked))));
  }
  // A payment in it went back into the account meanwhile: the batch is given up, as the refusal says.
  const given = { caller: finance, batchId, reason: '其中一笔已退回账户' };
  if (said.includes('payments.order-contested'))
    said.push(codeOf(await inTransaction(agency.database, (tx) => giveUpBatch(tx, agency, given))));
  return said.join(', ');
}

async function handOver(world: World, region: Region, batchId: string): Promise<string> {
  const { agency } = world.agencies[region];
  const file = await exportBatch(agency.database, agency, batchId);
  if (!file.ok) return file.refusal.code;
  world.banks.take(region, {
    xml: file.value.xml,
    at: world.now(),
    rejects: world.bankRejects,
    plotOf: (reference) => plotOf(world, reference),
  });
  world.handedOver.add(batchId);
  return 'done';
}

/** A file of the bank is taken in; `again`: it stays where it is, and will come a second time. */
export function takeBankFile(
  world: World,
  region: Region,
  { place, again }: { readonly place: number; readonly again: boolean },
): Move {
  const inbox = world.banks.inbox[region];
  return {
    ...{
      by: region,
      alone: true,
      name: `takes ${inbox[place]?.name ?? 'no file'} in${again ? ', and keeps it' : ''}`,
    },
    async run() {
      const file = inbox[place];
      if (!file) return 'no file';
      const taken = await importBankFile(world.agencies[region].agency, { caller: finance, file: file.xml });
      if (taken.ok && !again) inbox.splice(inbox.indexOf(file), 1);
      if (!taken.ok) return taken.refusal.code;
      const lines =
        taken.value.kind === 'answer'
          ? taken.value.lines
          : taken.value.statements.flatMap((one) => one.lines);
      return lines.map(({ outcome, refusal }) => refusal?.code ?? outcome).join(', ');
    },
  };
}

/** A message that was late, or comes a second time. */
export function straggle({ network, agencies }: World, place: number): Move {
  return {
    ...{ by: null, name: 'a straggler comes' },
    async run() {
      const [straggler] = network.stragglers.splice(place, 1);
      if (!straggler) return 'none';
      const answer = await agencies[straggler.to].take(straggler.text);
      return `to ${straggler.to}: ${'fault' in answer ? answer.fault : answer.status}`;
    },
  };
}

/** The letter of another program is tried again. */
export function postByHand({ network }: World, { from, text }: World['byHand'][number]): Move {
  return {
    ...{ by: null, name: 'a letter is posted by hand' },
    async run() {
      const answer = await network.post(from, text);
      return 'fault' in answer ? answer.fault : `${answer.status}`;
    },
  };
}

/** Something that people do. */
export function deed(world: World, plot: Plot, { deed: what }: Act): Move {
  const { stage, agencies, views, byHand } = world;
  const owners = { leaving: stage.ownerOf(plot.from, plot), coming: stage.ownerOf(plot.to, plot) };
  const doing: Doing = {
    plot,
    leaving: agencies[plot.from].agency,
    coming: agencies[plot.to].agency,
    ...{ leaver: owners.leaving ?? '', comer: owners.coming ?? '' },
    numberOf(at, process) {
      const view = views[at === 'leaving' ? plot.from : plot.to];
      return view.cases.findLast((one) => one.owner === owners[at] && one.process === process)?.number ?? '';
    },
    write: (letter) => void byHand.push({ from: plot.to, ...letter }),
  };
  const at = ['apply-there', 'confirm', 'cancel-there', 'write-without-account'].includes(what)
    ? plot.to
    : plot.from;
  return {
    by: at,
    alone: true,
    name: `${plot.name}: ${what}`,
    run: async () => codeOf(await deeds[what](doing)),
  };
}

/** Time goes on; at the end of a day the banks write their statements. */
export function wait(world: World, minutes: number): Move {
  return {
    ...{ by: null, name: `${minutes} minutes pass` },
    async run() {
      const before = world.now();
      const day = shanghaiDate(before);
      const to = byDay(new Date(before.getTime() + minutes * 60_000));
      if (shanghaiDate(to) !== day) world.banks.closeDay(day, before);
      await world.moveTo(to);
      return to.toISOString();
    },
  };
}

/** People and banks are at work from eight to eight; what would be at night is the next morning. */
function byDay(at: Date): Date {
  const hour = (at.getUTCHours() + 8) % 24;
  if (hour >= 8 && hour < 20) return at;
  const next = new Date(at);
  next.setUTCDate(next.getUTCDate() + 1); // both before and after midnight it is this day in London still
  next.setUTCHours(0, 30, 0, 0);
  return next;
}
