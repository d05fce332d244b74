import { addDays, type PlainDate, plainDate, yearOf } from '#basics';
import { brands, foreigners, givenNames, surnames, trades } from './names.ts';
import { citizenNumber, creditCode } from './numbers.ts';
import { type Chance, chanceOf } from './random.ts';
import type { DemoCity } from './two-cities.ts';

/** A synthetic city: the same number gives the same employers and people. Nobody in it exists. */
export interface City {
  readonly employers: readonly Firm[];
  readonly people: readonly Citizen[];
}

export interface Firm {
  readonly creditCode: string;
  readonly name: string;
}

/** How a person's life went, which decides what they can apply for. */
export type Story =
  | 'working'
  | 'stopped'
  | 'retired'
  | 'retired-elsewhere'
  | 'retired-abroad'
  | 'settled-abroad'
  | 'went-home'
  | 'lost-nationality'
  | 'died'
  | 'transfer-refused'
  | 'transfer-silent';

export interface Citizen {
  readonly story: Story;
  readonly name: string;
  readonly nameLatin: string;
  readonly bornOn: PlainDate;
  readonly nationality: string;
  readonly document: {
    readonly kind: 'citizen-id' | 'residence-permit' | 'passport';
    readonly number: string;
  };
  readonly status: 'active' | 'suspended';
  readonly stoppedOn: PlainDate | null;
  readonly employer: Firm | null;
  readonly insuredFrom: PlainDate;
  readonly retiredOn: PlainDate | null;
  readonly diedOn: PlainDate | null;
  readonly left: {
    readonly on: PlainDate;
    readonly to: string;
    readonly purpose: 'settle' | 'return-home';
  } | null;
  readonly nationalityLostOn: PlainDate | null;
  readonly balanceFen: bigint;
  readonly phone: string;
}

/** `today` is the demo's first day; every date of the city lies before it. */
export function cityOf(of: {
  seed: number;
  people: number;
  employers: number;
  today: PlainDate;
  place: DemoCity;
}): City {
  const { place, today } = of;
  const chance = chanceOf(of.seed);
  const employers = Array.from({ length: of.employers }, (_, at) => firmOf(at, place));
  const people = Array.from({ length: of.people }, (_, at) =>
    citizenOf({ at, chance, employers, today, place }),
  );
  return { employers, people };
}

/** One of its made-up employers. */
export function firmOf(at: number, { firms }: DemoCity): Firm {
  const brand = brands[at % brands.length] ?? brands[0];
  const trade = trades[Math.floor(at / brands.length) % trades.length] ?? trades[0];
  return {
    creditCode: creditCode(firms.region, 1000 + at),
    name: `${firms.city}${brand[0]}${trade[0]}有限公司（演示）`,
  };
}

/** Every fiftieth block of people holds each story a few times; most people simply work. */
const stories: readonly (readonly [Story, number])[] = [
  ['working', 68],
  ['stopped', 8],
  ['retired', 6],
  ['retired-elsewhere', 3],
  ['retired-abroad', 2],
  ['settled-abroad', 3],
  ['went-home', 2],
  ['lost-nationality', 2],
  ['died', 2],
  ['transfer-refused', 2],
  ['transfer-silent', 2],
];

function storyOf(at: number): Story {
  let place = (at * 37) % 100;
  for (const [story, share] of stories) {
    if (place < share) return story;
    place -= share;
  }
  return 'working';
}

function citizenOf(of: {
  at: number;
  chance: Chance;
  employers: readonly Firm[];
  today: PlainDate;
  place: DemoCity;
}): Citizen {
  const { at, chance, today, place } = of;
  const story = storyOf(at);
  const old = story.startsWith('retired') || story === 'died';
  const bornOn = addDays(
    plainDate(`${old ? chance.between(1950, 1963) : chance.between(1966, 2000)}-01-01`),
    chance.between(0, 364),
  );
  const who = identityOf({ at, chance, bornOn, story, place });
  const event = addDays(today, -chance.between(60, 500));
  const retiredOn = old ? plainDate(`${yearOf(bornOn) + 60}-0${chance.between(1, 9)}-01`) : null;
  const gone = story !== 'working' && story !== 'retired' && story !== 'retired-elsewhere';
  return {
    story,
    ...who,
    bornOn,
    status: gone ? 'suspended' : 'active',
    stoppedOn: gone ? addDays(event, -20) : null,
    employer:
      old && story !== 'died' ? null : (of.employers[chance.between(0, of.employers.length - 1)] ?? null),
    insuredFrom: addDays(retiredOn ?? addDays(event, -20), -chance.between(900, 5000)),
    retiredOn,
    diedOn: story === 'died' ? event : null,
    left: leftOf(story, event, chance),
    nationalityLostOn: story === 'lost-nationality' ? event : null,
    balanceFen: BigInt(chance.between(20_000, 4_500_000)),
    phone: `${place.phones}${String(at).padStart(4, '0')}`,
  };
}

function leftOf(story: Story, on: PlainDate, chance: Chance): Citizen['left'] {
  if (story === 'retired-abroad')
    return { on, to: chance.pick(['CAN', 'AUS', 'NZL', 'HKG']), purpose: 'settle' };
  if (story === 'settled-abroad')
    return { on, to: chance.pick(['CAN', 'USA', 'SGP', 'MAC']), purpose: 'settle' };
  if (story === 'went-home')
    return { on, to: chance.pick(['FRA', 'DEU', 'JPN', 'KOR']), purpose: 'return-home' };
  return null;
}

type Identity = Pick<Citizen, 'name' | 'nameLatin' | 'nationality' | 'document'>;

function identityOf(of: {
  at: number;
  chance: Chance;
  bornOn: PlainDate;
  story: Story;
  place: DemoCity;
}): Identity {
  const { at, chance, bornOn } = of;
  if (of.story === 'went-home') {
    const [nationality, name, nameLatin] = foreigners[at % foreigners.length] ?? foreigners[0];
    return {
      name,
      nameLatin,
      nationality,
      document: { kind: 'passport', number: `D${String(2_000_000 + at)}` },
    };
  }
  const surname = surnames[chance.between(0, surnames.length - 1)] ?? surnames[0];
  const given = givenNames[chance.between(0, givenNames.length - 1)] ?? givenNames[0];
  const named = { name: surname[0] + given[0], nameLatin: `${surname[1]} ${given[1]}` };
  const sequence = at % 999;
  if (at % 40 === 7) {
    const number = citizenNumber({ area: '810000', bornOn, sequence });
    return { ...named, nationality: 'HKG', document: { kind: 'residence-permit', number } };
  }
  const area = chance.pick(of.place.areas);
  return {
    ...named,
    nationality: 'CHN',
    document: { kind: 'citizen-id', number: citizenNumber({ area, bornOn, sequence }) },
  };
}
