import { describe, expect, test } from 'vitest';
import { ordinarySituation } from './example-situations.ts';
import { type Assessment, assess, assessToJson, isProblem } from './public.ts';

/**
 * Every combination of what can interact. A trigger looks only at the person and at the transfer's balance, so these are
 * walked together while every condition is met (first walk). A condition looks only at its own facts, and conditions meet
 * one another only in the option's status (one not met, else one unknown), so each is walked in its truths, with one of
 * the four `open` keys standing for all, under one trigger of each kind (second walk). Dates are before the day of leaving,
 * between it and the day asked about, or after it, since only these orders are compared.
 */
interface Fact {
  readonly path: string;
  /** Undefined is absent. */
  readonly values: readonly unknown[];
}

const absent = undefined;
const leftOn = '2022-05-01';
const filing = (confirmedOn?: string | null) => ({
  region: '510100',
  ...(confirmedOn === undefined ? {} : { confirmedOn }),
});
const leaving = (purpose: string, on = leftOn) => ({ on, to: 'CAN', purpose });
const moving = (balance?: string | null) => ({
  to: '510100',
  appliedOn: '2022-05-03',
  evidenceOn: '2022-06-01',
  ...(balance === undefined ? {} : { balance }),
});

const triggerFacts: readonly Fact[] = [
  { path: 'person.nationality', values: [absent, 'CHN', 'DEU'] },
  { path: 'person.retiredOn', values: [absent, null, '2022-04-01', '2022-06-01', '2022-07-01'] },
  { path: 'person.diedOn', values: [absent, null, '2022-06-30', '2022-07-01'] },
  { path: 'person.nationalityLostOn', values: [absent, null, '2022-05-01'] },
  {
    path: 'person.leftCountry',
    values: [absent, null, leaving('settle'), leaving('return-home'), leaving('settle', '2022-07-01')],
  },
  { path: 'person.treatmentElsewhere', values: [absent, null, filing('2022-01-10')] },
  {
    path: 'transfer',
    values: [
      absent,
      null,
      moving(),
      moving(null),
      moving('pending'),
      moving('accepted'),
      moving('refused'),
      moving('no-account-information'),
    ],
  },
];

const conditionFacts: readonly Fact[] = [
  { path: 'person.treatmentElsewhere.confirmedOn', values: [absent, null, '2022-06-30'] },
  { path: 'relationship.onEmployerRoster', values: [absent, true, false] },
  { path: 'relationship.status', values: [absent, 'active', 'suspended'] },
  { path: 'relationship.stoppedOn', values: [absent, null, '2022-07-01'] },
  { path: 'relationship.paidMonths', values: [absent, 0, 1] },
  {
    path: 'account',
    values: [
      absent,
      null,
      {},
      { exists: true },
      { exists: true, balanceFen: '0' },
      { exists: true, balanceFen: '1' },
    ],
  },
  { path: 'transfer.appliedOn', values: [absent, null, '2022-06-30'] },
  { path: 'transfer.evidenceOn', values: [absent, null, '2022-06-30'] },
  { path: 'succession', values: [absent, null, {}, { established: true }] },
  { path: 'open.claims', values: [absent, true, false] },
];

/** What each walk compares: `1` open, `2` blocked, `3` undetermined, `4` blocked under an unknown trigger, `0` not listed. */
const order = [
  'retired-treated-elsewhere',
  'retired-left-country',
  'settled-abroad-before-retirement',
  'foreigner-returning-home',
  'nationality-lost',
  'death',
  'balance-refused',
  'no-receiving-account',
  'transfer',
];
const digits = { open: '1', blocked: '2', undetermined: '3' } as const;

function digest({ options }: Assessment): string {
  return order
    .map((ground) => {
      const option = options.find((one) => one.ground === ground);
      if (!option) return '0';
      return option.status === 'blocked' && option.trigger === 'undetermined' ? '4' : digits[option.status];
    })
    .join('');
}

type Json = Record<string, unknown>;

/** The request of one combination; `at` is the position of each fact's value. */
function request(
  base: Json,
  chosen: { readonly facts: readonly Fact[]; readonly at: readonly number[] },
): Json {
  const made = structuredClone(base);
  chosen.facts.forEach(({ path, values }, index) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce<unknown>((held, key) => (held as Json | null)?.[key], made); // paths of the contract
    if (holder === null || holder === undefined) return;
    const value = values[chosen.at[index] ?? 0];
    if (value === undefined)
      delete (holder as Json)[last]; // an object, by the contract
    else (holder as Json)[last] = value; // an object, by the contract
  });
  return made;
}

interface Walk {
  readonly answers: readonly (string | null)[];
  readonly strides: readonly number[];
}

/** Assesses every combination; null where the combination is refused (somebody who died before retiring). */
function walk(base: Json, facts: readonly Fact[]): Walk {
  const total = facts.reduce((product, fact) => product * fact.values.length, 1);
  const strides = facts.map((_fact, index) =>
    facts.slice(index + 1).reduce((product, fact) => product * fact.values.length, 1),
  );
  const answers = Array.from({ length: total }, (_none, number) => {
    const at = facts.map((fact, index) => Math.floor(number / (strides[index] ?? 1)) % fact.values.length);
    const told = assess(request(base, { facts, at }));
    if (isProblem(told)) return null;
    checkOne(told);
    return digest(told);
  });
  return { answers, strides };
}

/** What must hold of every single answer. Compared by hand: an `expect` for each would take minutes. */
function checkOne(told: Assessment): void {
  const statuses = told.options.map((option) => option.status);
  const best =
    (['open', 'undetermined', 'blocked'] as const).find((status) => statuses.includes(status)) ?? 'none';
  if (told.outcome !== best) throw new Error(`outcome ${told.outcome}, best ${best}`);
  const hanging = statuses.includes('undetermined');
  if (told.questions.length > 0 !== hanging) throw new Error(`questions ${told.questions} for ${statuses}`);
  const died = told.options.find((option) => option.ground === 'death' && option.trigger === 'met');
  if (died && told.options.length > 1) throw new Error('death left another option open');
  const places = told.options.map((option) => order.indexOf(option.ground));
  if (places.some((place, index) => place <= (places[index - 1] ?? -1))) throw new Error('out of order');
}

/** Learning one absent fact never changes open, never opens what is blocked, and never adds an option. */
function learningViolations(facts: readonly Fact[], { answers, strides }: Walk): readonly string[] {
  const violations: string[] = [];
  facts.forEach((fact, index) => {
    const stride = strides[index] ?? 1;
    answers.forEach((before, number) => {
      if (before === null || Math.floor(number / stride) % fact.values.length !== 0) return;
      for (let value = 1; value < fact.values.length; value += 1) {
        const after = answers[number + value * stride];
        if (typeof after === 'string' && !mayBecome(before, after)) {
          violations.push(`${fact.path}: ${before} became ${after}`);
        }
      }
    });
  });
  return violations;
}

/** A blocked option may leave while its trigger was unknown, and becomes nothing else. */
function mayBecome(before: string, after: string): boolean {
  for (let at = 0; at < before.length; at += 1) {
    const [was, is] = [before[at], after[at]];
    if (was === is || was === '3') continue;
    if (was === '4' && (is === '0' || is === '2')) continue;
    return false;
  }
  return true;
}

describe('every combination of what can interact', () => {
  test('of triggers: learning a fact never takes an answer back', { timeout: 60_000 }, () => {
    const base = { ...ordinarySituation, succession: { established: true } };
    const walked = walk(base, triggerFacts);
    expect(walked.answers).toHaveLength(21_600);
    expect(learningViolations(triggerFacts, walked).slice(0, 5)).toEqual([]);
    // Each option was open, left out and undetermined somewhere, so that the walk did look at all of them.
    for (const at of order.keys()) {
      const seen = new Set(walked.answers.map((answer) => answer?.[at]));
      expect([...seen].filter((digit) => digit !== undefined && !'24'.includes(digit)).sort()).toEqual([
        '0',
        '1',
        '3',
      ]);
    }
  });

  const triggers: readonly (readonly [string, Json])[] = [
    ['somebody retired and treated elsewhere', { retiredOn: '2021-03-01', treatmentElsewhere: filing(null) }],
    ['somebody settled abroad', { leftCountry: leaving('settle') }],
    ['a foreigner gone home', { leftCountry: leaving('return-home'), nationality: 'DEU' }],
    ['somebody who died', { diedOn: '2022-06-01' }],
  ];

  test.each(triggers)('of conditions, for %s', { timeout: 60_000 }, (_name, happened) => {
    const base: Json = { ...ordinarySituation, person: { ...ordinarySituation.person, ...happened } };
    const used = conditionFacts.filter((fact) => !fact.path.startsWith('transfer'));
    expect(learningViolations(used, walk(base, used)).slice(0, 5)).toEqual([]);
  });

  test.each(['pending', 'refused', 'no-account-information'])(
    'of conditions, for a transfer whose balance is %s',
    { timeout: 60_000 },
    (balance) => {
      const base: Json = { ...ordinarySituation, transfer: moving(balance) };
      const used = conditionFacts.filter(({ path }) => !/^(succession|person)/.test(path));
      expect(learningViolations(used, walk(base, used)).slice(0, 5)).toEqual([]);
    },
  );

  test('the library’s answer and its JSON text are the same, byte for byte', { timeout: 60_000 }, () => {
    let compared = 0;
    for (let number = 0; number < 21_600; number += 7) {
      compared += 1;
      let rest = number;
      const at = triggerFacts.map((fact) => {
        const place = rest % fact.values.length;
        rest = Math.floor(rest / fact.values.length);
        return place;
      });
      const made = request({ ...ordinarySituation }, { facts: triggerFacts, at });
      if (JSON.stringify(assess(made)) !== assessToJson(made)) {
        expect(assessToJson(made)).toBe(JSON.stringify(assess(made)));
      }
    }
    expect(compared).toBe(3086);
  });
});
