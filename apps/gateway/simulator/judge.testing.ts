import { endToEndId } from '#business/payments';
import { inAllBanks } from './banks.testing.ts';
import { type Plot, type Region, regions } from './people.testing.ts';
import type { View } from './view.testing.store.ts';
import { seenOf, type World } from './world.testing.ts';

/** What must hold after every step. What does not is said in words; a run ends with the first of them. */
export function broken(world: World, opening: ReadonlyMap<string, bigint>): readonly string[] {
  const total = world.banks.total();
  return [
    ...(total === inAllBanks ? [] : [`the banks have ${total} fen in hand where there were ${inAllBanks}`]),
    ...regions.flatMap((region) => [
      ...booksBroken(world, region),
      ...bankBroken(world, region),
      ...messagesBroken(world, region),
    ]),
    ...world.plots.flatMap((plot) => moneyBroken(world, { plot, opening })),
    ...world.plots.flatMap((plot) => holdBroken(world, plot)),
  ];
}

/** Each person's money at the two agencies, at the beginning. */
export function openingOf(world: World): ReadonlyMap<string, bigint> {
  return new Map(
    world.plots.map((plot) => [
      plot.name,
      inBooks(world, plot.from, plot).net + inBooks(world, plot.to, plot).net,
    ]),
  );
}

/** The balance that is kept is the sum of what was posted; nobody was faulty but by being killed. */
function booksBroken({ views, agencies }: World, region: Region): readonly string[] {
  const posted = new Map(
    views[region].books.filter(({ account }) => account === 'personal').map(({ owner, fen }) => [owner, fen]),
  );
  return [
    ...views[region].accounts.flatMap(({ owner, fen }) =>
      fen === (posted.get(owner) ?? '0')
        ? []
        : [`${region}: the balance of ${owner} is ${fen}, its postings come to ${posted.get(owner)}`],
    ),
    ...agencies[region].faults.map((line) => `${region}: a fault was logged: ${line}`),
  ];
}

/** The books know of no money that the bank did not move, and of none twice. */
function bankBroken({ views, banks }: World, region: Region): readonly string[] {
  const { lines, attempts } = views[region];
  const paid = new Set(
    banks.executed.filter(({ from }) => from === region).map(({ reference }) => reference),
  );
  const came = new Map(
    banks.arrived.filter(({ at }) => at === region).map(({ key, fen }) => [key, `${fen}`]),
  );
  const keys = lines.map(({ key }) => key);
  return [
    ...attempts.flatMap((one) => {
      const reference = endToEndId({ orderId: one.order, attempt: one.attempt });
      if (one.result === 'paid' && !paid.has(reference))
        return [`${region}: ${reference} counts as paid, and the bank never paid it`];
      if (one.result === 'returned' && !banks.rejected.has(reference))
        return [`${region}: ${reference} counts as returned, and the bank never sent it back`];
      return [];
    }),
    ...lines.flatMap(({ key, direction, fen }) =>
      direction === 'out' || came.get(key) === fen
        ? []
        : [`${region}: ${fen} fen came in as ${key}, which the bank never booked`],
    ),
    ...(new Set(keys).size === keys.length
      ? []
      : [`${region}: a line of a statement was booked twice: ${keys.join(' ')}`]),
  ];
}

/** What is applied stays applied, once: no message is taken up a second time, and no copy counts as a contradiction. */
function messagesBroken({ views, applied }: World, region: Region): readonly string[] {
  const said: string[] = [];
  for (const { id, state, type } of views[region].messages) {
    const key = `${region} ${id}`;
    if (state === 'kept' && applied.has(key))
      said.push(`${region}: the ${type} ${id} was done with, and is to be applied again`);
    if (state !== 'kept') applied.add(key);
  }
  const { contradictions } = views[region];
  return contradictions === 0
    ? said
    : [
        ...said,
        `${region}: ${contradictions} messages count as contradicting, and nobody contradicted himself`,
      ];
}

interface Weighed {
  readonly plot: Plot;
  readonly opening: ReadonlyMap<string, bigint>;
}

/** To the fen: what both agencies owe a person, and what their banks have in hand for that person, is what it was, and interest. */
function moneyBroken(world: World, { plot, opening }: Weighed): readonly string[] {
  const { banks, views } = world;
  const [here, there] = [inBooks(world, plot.from, plot), inBooks(world, plot.to, plot)];
  const mine = banks.executed.filter((one) => one.plot === plot);
  const moved = mine.reduce((sum, { fen }) => sum + fen, 0n);
  const told = new Set(
    views[plot.from].attempts
      .filter(({ result }) => result === 'paid')
      .map((one) => endToEndId({ orderId: one.order, attempt: one.attempt })),
  );
  const untold = mine.filter(({ reference }) => !told.has(reference)).reduce((sum, { fen }) => sum + fen, 0n);
  const comer = world.stage.ownerOf(plot.to, plot);
  const credited = views[plot.to].lines
    .filter(({ person }) => person !== null && person === comer)
    .reduce((sum, { fen }) => sum + BigInt(fen), 0n);
  const total = here.net + there.net + moved - credited - untold;
  const was = opening.get(plot.name) ?? 0n;
  return [
    ...(total === was
      ? []
      : [
          `${plot.name}: ${total} fen where there were ${was}: ${here.net} here, ${there.net} there, ${moved} moved by the bank (${untold} of it untold), ${credited} credited`,
        ]),
    ...(here.owed < untold
      ? [
          `${plot.name}: the bank has paid ${untold} fen of which ${plot.from} owes only ${here.owed}: paid and credited both`,
        ]
      : []),
    ...(moved > was + here.interest
      ? [`${plot.name}: the bank has paid ${moved} fen, and there were ${was} with ${here.interest} interest`]
      : []),
  ];
}

/** From the acceptance on nobody else can take the balance. */
function holdBroken(world: World, plot: Plot): readonly string[] {
  const { leaving } = seenOf(world, plot);
  const owner = world.stage.ownerOf(plot.from, plot);
  const account = world.views[plot.from].accounts.find((one) => one.owner === owner);
  if (leaving !== 'accepted' && leaving !== 'awaiting-account') return [];
  return account && account.fen !== '0' && !account.held
    ? [`${plot.name}: the transfer is accepted, and its ${account.fen} fen are not held`]
    : [];
}

interface InBooks {
  /** What the agency owes the person, whichever account it stands in, less the interest that was added. */
  readonly net: bigint;
  /** What of it is on its way out. */
  readonly owed: bigint;
  readonly personal: bigint;
  readonly interest: bigint;
}

export function inBooks(
  { views, stage }: Pick<World, 'views' | 'stage'>,
  region: Region,
  plot: Plot,
): InBooks {
  const owner = stage.ownerOf(region, plot);
  const of = (wanted: (account: string) => boolean) => sumOf(views[region], owner, wanted);
  const owed = of((account) => account === 'payable' || account.startsWith('clearing:'));
  const personal = of((account) => account === 'personal');
  const interest = -of((account) => account === 'interest-expense');
  return { net: owed + personal - interest, owed, personal, interest };
}

function sumOf({ books }: View, owner: string | undefined, wanted: (account: string) => boolean): bigint {
  return books
    .filter((entry) => entry.owner === owner && wanted(entry.account))
    .reduce((sum, { fen }) => sum + BigInt(fen), 0n);
}

/** What a story has come to: the cases on both sides, where the money is, and what stands before a clerk. */
export interface Outcome {
  readonly leaving: string | null;
  readonly coming: string | null;
  readonly withdrawal: string | null;
  readonly money: readonly string[];
  /** By type and code. */
  readonly queue: readonly string[];
}

export function outcomeOf(world: World, plot: Plot): Outcome {
  const { payee: _, ...states } = seenOf(world, plot);
  return { ...states, money: placesOf(world, plot), queue: queueOf(world, plot) };
}

function placesOf(world: World, plot: Plot): readonly string[] {
  const { banks, views } = world;
  const [here, there] = [inBooks(world, plot.from, plot), inBooks(world, plot.to, plot)];
  const mine = banks.executed.filter((one) => one.plot === plot);
  const comer = world.stage.ownerOf(plot.to, plot);
  const held = views[plot.from].accounts.find(
    ({ owner }) => owner === world.stage.ownerOf(plot.from, plot),
  )?.held;
  const lines = views[plot.to].lines;
  const arrived = banks.arrived.filter((one) => one.plot === plot);
  const credited = lines.some(({ person }) => person !== null && person === comer);
  const inSuspense = arrived.some(({ key }) =>
    lines.some((line) => line.key === key && line.person === null),
  );
  return [
    ...(here.personal > 0n ? [held ? 'held here' : 'here'] : []),
    ...(here.owed > 0n ? ['on its way out'] : []),
    ...(credited ? ['there'] : []),
    ...(inSuspense ? ['in suspense there'] : []),
    ...(arrived.length < mine.filter(({ to }) => to !== 'person').length ? ['between the banks'] : []),
    ...(mine.some(({ to }) => to === 'person') ? ['with the person'] : []),
    ...(there.owed > 0n ? ['in clearing there'] : []),
  ];
}

function queueOf({ views, stage }: World, plot: Plot): readonly string[] {
  const owners = [stage.ownerOf(plot.from, plot), stage.ownerOf(plot.to, plot)];
  const transfers = new Set(
    [plot.from, plot.to].flatMap((region) =>
      views[region].cases.filter(({ owner }) => owners.includes(owner)).map(({ transfer }) => transfer),
    ),
  );
  const mine = ({ transfer }: { readonly transfer: string }) => transfers.has(transfer);
  const items = regions.flatMap((region) => [
    ...views[region].messages
      .filter((one) => mine(one) && one.state !== 'applied')
      .map((one) => `${one.type} ${one.state} ${one.reason}`),
    ...views[region].sent
      .filter((one) => mine(one) && one.state !== 'delivered')
      .map((one) => `${one.type} ${one.state} ${one.result}`),
  ]);
  return [...new Set(items)].toSorted();
}
