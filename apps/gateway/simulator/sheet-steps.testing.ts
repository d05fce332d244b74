import fc from 'fast-check';
import { expect } from 'vitest';
import type { transferMessages } from '#business/transfer';
import { outcomeOf } from './judge.testing.ts';
import * as moves from './moves.testing.ts';
import type { Mishap } from './network.testing.ts';
import { chengdu, type Plot, shenzhen } from './people.testing.ts';
import { carryOut, type Director } from './run.testing.ts';
import { sayByHand } from './say-by-hand.testing.ts';
import {
  countsDays,
  creditWhatIsThere,
  type End,
  hearAll,
  isDue,
  type Mail,
  type Paper,
  payable,
  placesOn,
  say,
} from './sheet-of-paper.testing.ts';
import { seenOf } from './world.testing.ts';

/** Two agencies with their databases, and the one person whose transfer is looked at. */
export interface Real {
  readonly director: Director;
  readonly plot: Plot;
}

type Step = fc.AsyncCommand<Paper, Real>;
type Does = (paper: Paper, real: Real) => Promise<void>;

const regionOf = { shenzhen, chengdu } as const;
const other = { shenzhen: 'chengdu', chengdu: 'shenzhen' } as const;

/** What may happen in a transfer, each step with what a sheet of paper says after it; what takes it further stands here more often. */
export const steps: readonly fc.Arbitrary<Step>[] = [
  fc.constant(step('applies', ({ said }) => said.chengdu.length === 0, apply)),
  fc.constant(
    step('writes a letter without an account', ({ said }) => said.chengdu.length === 0, writeWithoutAccount),
  ),
  ...often(6, [
    fc
      .record({
        end: fc.constantFrom('shenzhen', 'chengdu'),
        mishap: fc.constantFrom(null, null, null, null, 'lost', 'answer lost', 'late', 'twice'),
      })
      .map(({ end, mishap }) => delivery(end, mishap)),
  ]),
  ...often(4, [
    fc.constantFrom(false, false, true).map((rejects) => payment(rejects)),
    fc.constant(step('the bank answers', ({ answer: waits }) => waits !== null, answer)),
    fc.constant(
      step(
        'a day ends',
        ({ executed, arrived }) => executed && !arrived,
        (paper, real) => endDay(paper, real, 1),
      ),
    ),
    fc.constant(step('the statement comes there', ({ arrived, stated }) => arrived && !stated, state)),
    fc.constant(step('the worker credits', (paper) => paper.in === 'awaiting-balance', credit)),
    fc.constant(step('a quarter of an hour passes', hasLost, passQuarter)),
  ]),
  ...often(2, [fc.constant(step('what was late comes', hasLate, comeLate))]),
  fc.constant(step('a month passes', ({ months, said }) => months < 2 && said.chengdu.length > 0, passMonth)),
  fc.constant(step('the applicant takes it back', (paper) => paper.in === 'awaiting-sheet', cancel)),
  fc.constantFrom('refused', 'account', 'account', 'invalidate').map((type) => saying(type)),
];

function often<T>(times: number, list: readonly T[]): readonly T[] {
  return Array.from({ length: times }, () => list).flat();
}

function step(name: string, check: (paper: Readonly<Paper>) => boolean, does: Does): Step {
  return {
    check,
    async run(paper, real) {
      await does(paper, real);
      hearAll(paper);
      compare(paper, real);
    },
    toString: () => name,
  };
}

function compare(paper: Paper, { director, plot }: Real): void {
  const { world, broken } = director;
  expect(broken).toEqual([]);
  const { leaving, coming, withdrawal } = seenOf(world, plot);
  const { money } = outcomeOf(world, plot);
  const aside = (end: End) =>
    world.views[regionOf[other[end]]].messages.filter((one) => one.state === 'set-aside').length;
  const out = world.views[shenzhen].cases.findLast((one) => one.process === 'transfer-out');
  expect({
    ...{ leaving, coming, withdrawal: withdrawal !== null, money },
    counting: out?.dueOn != null,
    aside: { shenzhen: aside('shenzhen'), chengdu: aside('chengdu') },
  }).toEqual({
    ...{ leaving: paper.out, coming: paper.in, withdrawal: paper.withdrawal, money: placesOn(paper) },
    counting: countsDays(paper),
    aside: { shenzhen: asideOf(paper.said.shenzhen), chengdu: asideOf(paper.said.chengdu) },
  });
}

function asideOf(mails: readonly Mail[]): number {
  return mails.filter(({ is }) => is === 'aside').length;
}

async function apply(paper: Paper, { director, plot }: Real): Promise<void> {
  await carryOut(director, moves.deed(director.world, plot, { deed: 'apply-there', ready: () => true }));
  paper.in = 'awaiting-sheet';
  say(paper, 'chengdu', 'letter');
}

async function cancel(paper: Paper, { director, plot }: Real): Promise<void> {
  await carryOut(director, moves.deed(director.world, plot, { deed: 'cancel-there', ready: () => true }));
  paper.in = 'cancelled';
  say(paper, 'chengdu', 'invalidate');
}

async function writeWithoutAccount(paper: Paper, real: Real): Promise<void> {
  const { name, number } = real.plot.comer;
  await tell(real, 'contact-letter', {
    ...{ acceptsBalance: true, receivingAccount: null, certificateNumber: null },
    ...{ enrolledOn: '2026-10-01', appliedOn: '2026-12-01' },
    person: { name, nameLatin: null, identity: { type: 'citizen-id', number } },
  });
  say(paper, 'chengdu', 'letter-without-account');
}

/** Chengdu says something of its own accord, whatever its case stands at. */
function saying(type: 'refused' | 'account' | 'invalidate'): Step {
  const bodies: Readonly<Record<typeof type, (real: Real) => [keyof typeof transferMessages, object]>> = {
    refused: () => [
      'balance-refused',
      { money: 'not-received', sentBackReference: null, amountFen: null, refusedOn: '2026-12-01' },
    ],
    account: ({ director }) => [
      'account-details',
      { receivingAccount: director.world.agencies[chengdu].agency.desk.account },
    ],
    invalidate: ({ director }) => [
      'invalidate',
      {
        invalidates: director.world.views[chengdu].sent.find((one) => one.type === 'contact-letter')?.id,
        replacedBy: null,
      },
    ],
  };
  return step(
    `Chengdu says: ${type}`,
    ({ said }) => said.chengdu.length > 0 && said.chengdu.length < 6,
    async (paper, real) => {
      await tell(real, ...bodies[type](real));
      say(paper, 'chengdu', type);
    },
  );
}

async function tell(
  { director, plot }: Real,
  type: keyof typeof transferMessages,
  change: object,
): Promise<void> {
  const { world } = director;
  const { ids } = world.agencies[chengdu].agency;
  const transferId = world.views[chengdu].sent[0]?.transfer ?? `${chengdu}-${ids.next('trf')}`;
  const ownerId = world.stage.ownerOf(chengdu, plot) ?? '';
  await sayByHand(director, { type, change, ownerId, transferId });
}

/** Everything of one end that is due is tried, and each try meets with the same. */
function delivery(end: End, mishap: Mishap | null): Step {
  return step(
    `${end} delivers${mishap ? `, ${mishap}` : ''}`,
    ({ said }) => said[end].some(isDue),
    async (paper, { director }) => {
      const { world } = director;
      const region = regionOf[end];
      const { planned } = world.network;
      while (world.views[region].sent.some(({ due }) => due)) {
        planned.splice(0, planned.length, mishap);
        await carryOut(director, moves.deliver(world, region));
      }
      planned.length = 0;
      for (const mail of paper.said[end].filter(isDue)) send(mail, mishap);
      await carryOut(director, moves.apply(world, regionOf[other[end]]));
    },
  );
}

function send(mail: Mail, mishap: Mishap | null): void {
  mail.again = false;
  // Of what is late already a copy is on its way, even where the next one is lost.
  if (mishap === 'lost') mail.is = mail.is === 'late' ? 'late' : 'lost';
  else mail.is = mishap === 'late' ? 'late' : 'there';
}

function hasLost({ said }: Readonly<Paper>): boolean {
  return [...said.shenzhen, ...said.chengdu].some(({ is }) => is === 'lost');
}

function hasLate({ said }: Readonly<Paper>): boolean {
  return [...said.shenzhen, ...said.chengdu].some(({ is }) => is === 'late');
}

/** Stragglers, and with them the copies of what came already. */
async function comeLate(paper: Paper, { director }: Real): Promise<void> {
  const { world } = director;
  while (world.network.stragglers.length > 0) await carryOut(director, moves.straggle(world, 0));
  for (const region of [shenzhen, chengdu] as const) await carryOut(director, moves.apply(world, region));
  for (const mail of [...paper.said.shenzhen, ...paper.said.chengdu])
    if (mail.is === 'late') mail.is = 'there';
}

/** After every wait what was lost is due again, and what is late as well: to its sender they are the same. */
function tryAgain({ said }: Paper): void {
  for (const mail of [...said.shenzhen, ...said.chengdu]) {
    if (mail.is === 'lost') mail.is = 'due';
    if (mail.is === 'late') mail.again = true;
  }
}

async function passQuarter(paper: Paper, { director }: Real): Promise<void> {
  await carryOut(director, moves.wait(director.world, 15));
  tryAgain(paper);
}

async function endDay(paper: Paper, { director }: Real, days: number): Promise<void> {
  await carryOut(director, moves.wait(director.world, 1_440 * days));
  tryAgain(paper);
  if (paper.executed) paper.arrived = true;
}

/** Longer than any time to answer: whoever waits for the other agency reminds it, and in vain once, goes on without it. */
async function passMonth(paper: Paper, real: Real): Promise<void> {
  const { director } = real;
  await endDay(paper, real, 35);
  paper.months += 1;
  for (const region of [shenzhen, chengdu] as const)
    await carryOut(director, moves.work(director.world, region));
  const noAccount = paper.out === 'awaiting-account' || paper.out === 'sent-back';
  if (noAccount && paper.reminded > 0) {
    payable(paper, 'no-account');
    say(paper, 'shenzhen', 'no-balance');
  } else if (noAccount || ['awaiting-letter', 'remitted', 'awaiting-money-back'].includes(paper.out ?? '')) {
    paper.reminded += 1;
    say(paper, 'shenzhen', 'reminder');
  }
  creditWhatIsThere(paper);
  if (paper.in === 'awaiting-sheet' || paper.in === 'awaiting-balance') say(paper, 'chengdu', 'reminder');
}

function payment(rejects: boolean): Step {
  return step(
    `finance pays, and the bank ${rejects ? 'sends it back' : 'remits it'}`,
    ({ out }) => out === 'remitting',
    async (paper, { director }) => {
      const { world } = director;
      world.bankRejects = rejects;
      for (let next = moves.pay(world, shenzhen); next; next = moves.pay(world, shenzhen))
        await carryOut(director, next);
      Object.assign(paper, { out: 'with-bank', executed: !rejects, answer: rejects ? 'rejected' : 'paid' });
    },
  );
}

async function answer(paper: Paper, { director }: Real): Promise<void> {
  const { world } = director;
  const place = world.banks.inbox[shenzhen].findIndex(({ name }) => name.startsWith('answer'));
  await carryOut(director, moves.takeBankFile(world, shenzhen, { place, again: false }));
  const { answer: said, out } = paper;
  paper.answer = null;
  if (said === 'paid') paper.told = true;
  if (said === 'paid' && out === 'with-bank') {
    Object.assign(paper, { out: 'remitted', reminded: 0 });
    say(paper, 'shenzhen', 'advice');
  }
  if (said === 'rejected' && out === 'awaiting-money-back') payable(paper, 'refused-balance');
  if (said === 'rejected' && out === 'with-bank') {
    Object.assign(paper, { out: 'sent-back', reminded: 0 });
    say(paper, 'shenzhen', 'reminder');
  }
}

async function state(paper: Paper, { director }: Real): Promise<void> {
  const { world } = director;
  while (world.banks.inbox[chengdu].length > 0)
    await carryOut(director, moves.takeBankFile(world, chengdu, { place: 0, again: false }));
  paper.stated = true;
}

async function credit(paper: Paper, { director }: Real): Promise<void> {
  await carryOut(director, moves.creditOnly(director.world, chengdu));
  creditWhatIsThere(paper);
}
