import { expect, test } from 'vitest';
import { problemsOf, problemsOfText } from './problems.ts';
import { type Reading, readContract, type ToldOption } from './read-contract.ts';
import { type Held, valueAt, withoutKeyAt, withValueAt } from './request.ts';
import { conditions, type Sentence, type Situation, triggers } from './sentences.ts';
import { quietSituation, stories, storiesWithOneChange, withOneKeyRemoved } from './situations.ts';

const written: Held = {
  onDate: '2022-06-30',
  region: '440300',
  person: {
    nationality: 'CHN',
    retiredOn: null,
    diedOn: null,
    nationalityLostOn: null,
    leftCountry: null,
    treatmentElsewhere: { region: '510100', confirmedOn: '2022-01-10' },
  },
  relationship: { status: 'transferred', onEmployerRoster: false, stoppedOn: '2022-04-30', paidMonths: 86 },
  account: { exists: true, balanceFen: '831240' },
  transfer: { to: '510100', appliedOn: '2022-05-03', balance: 'refused', evidenceOn: '2022-06-01' },
  succession: { established: true },
  open: { claims: false, recoveries: false, investigation: false, competingCase: false },
};

function told(request: unknown): Exclude<Reading, { problems: unknown }> {
  const reading = readContract(request);
  if ('problems' in reading) throw new Error(`problems at ${reading.problems.join(', ')}`);
  return reading;
}

function option(request: unknown, ground: string): ToldOption | undefined {
  return told(request).options.find((one) => one.ground === ground);
}

function statusOf(request: unknown, ground: string): string | undefined {
  return option(request, ground)?.status;
}

test('the example of the contract comes out as the contract writes it', () => {
  const { outcome, options, questions } = told(written);
  expect([outcome, questions]).toEqual(['open', []]);
  expect(options.map((one) => one.ground)).toEqual(['balance-refused']);
  expect(options[0]).toMatchObject({ action: 'withdraw', status: 'open', trigger: 'met', payee: 'insured' });
  expect(options[0]?.relationship).toBe('transferred');
  expect(options[0]?.conditions.map((condition) => condition.id)).toEqual([
    'refusal-documented',
    'account-exists',
    'balance-positive',
    'no-open-claim',
    'no-open-recovery',
    'no-open-investigation',
    'no-competing-case',
  ]);
});

test('each story opens its own ground, and a person at work to whom nothing happened is offered none', () => {
  const opened = stories.map((story) => told(story).options.filter((one) => one.status === 'open'));
  expect(opened.map((options) => options.map((one) => one.ground).join(' '))).toEqual([
    '',
    'retired-treated-elsewhere',
    'retired-left-country',
    'retired-left-country',
    'settled-abroad-before-retirement',
    'foreigner-returning-home',
    'nationality-lost',
    'death',
    'balance-refused',
    'no-receiving-account',
    'transfer',
    'retired-treated-elsewhere retired-left-country nationality-lost balance-refused',
  ]);
});

test('death closes every other ground from the day of death, not the day before', () => {
  const [onTheDay, dayAfter] = ['2022-06-30', '2022-07-01'].map((diedOn) =>
    told(withValueAt(written, 'person.diedOn', diedOn)).options.map((one) => one.ground),
  );
  expect([onTheDay, dayAfter]).toEqual([['death'], ['balance-refused']]);
});

test('a condition that is not met blocks even while the trigger is unknown, and a blocked option asks nothing', () => {
  const busy = withValueAt(withoutKeyAt(written, 'transfer.balance'), 'open.claims', true);
  expect(statusOf(busy, 'balance-refused')).toBe('blocked');
  expect(told(busy).questions).toEqual([]);
});

test('an absent object is asked for as a whole where null is allowed for it, else by its leaves', () => {
  const empty = { onDate: '2022-06-30', region: '440300' };
  expect(told(empty).questions).toEqual([
    'person.diedOn',
    'account',
    'open.claims',
    'open.recoveries',
    'open.investigation',
    'open.competingCase',
    'person.retiredOn',
    'person.leftCountry',
    'relationship',
    'transfer',
    'person.nationality',
    'person.nationalityLostOn',
    'person.treatmentElsewhere',
    'succession',
  ]);
  expect(option(empty, 'transfer')?.conditions[3]).toEqual({
    id: 'account-or-months',
    finding: 'undetermined',
    needs: ['relationship', 'account'],
  });
});

test('a fact that can no longer matter is not asked for', () => {
  const settled = withValueAt(quietSituation, 'person.leftCountry', {
    on: '2022-05-01',
    to: 'CAN',
    purpose: 'settle',
  });
  const retired = withValueAt(withoutKeyAt(settled, 'person.nationality'), 'person.retiredOn', '2022-05-01');
  expect(option(retired, 'retired-left-country')).toMatchObject({ status: 'open', trigger: 'met' });
  expect(told(retired).questions).toEqual([]);
  const insured = withoutKeyAt(settled, 'relationship.stoppedOn');
  expect(option(insured, 'settled-abroad-before-retirement')?.conditions[1]).toEqual({
    id: 'insurance-stopped',
    finding: 'not-met',
    needs: [],
  });
});

test('problems are told by path, in the order of the request, and nothing else is told', () => {
  const wrong = { surplus: 1, open: null, person: { diedOn: '2021-02-29', leftCountry: {} }, region: 440300 };
  expect(readContract(wrong)).toEqual({
    problems: [
      'onDate',
      'region',
      'person.diedOn',
      'person.leftCountry.on',
      'person.leftCountry.to',
      'person.leftCountry.purpose',
      'open',
      'surplus',
    ],
  });
  expect(problemsOf(withValueAt(written, 'person.retiredOn', '2030-01-01'))).toEqual([]);
  const earlier = withValueAt(
    withValueAt(written, 'person.retiredOn', '2030-01-01'),
    'person.diedOn',
    '2029-12-31',
  );
  expect(problemsOf(earlier)).toEqual(['person.diedOn']);
  expect(problemsOf(withValueAt(earlier, 'person.diedOn', '2030-01-01'))).toEqual([]);
  expect(problemsOfText('{')).toEqual(['']);
});

test('learning a fact changes no open option, frees no blocked one and adds none', () => {
  let learnt = 0;
  for (const [place, full] of [...storiesWithOneChange()].entries()) {
    if (place % 5 !== 0) continue; // a fifth of them shows it; all of them take ten seconds
    const after = readContract(full);
    if ('problems' in after) continue;
    for (const partial of withOneKeyRemoved(full)) {
      const before = readContract(partial);
      if ('problems' in before) continue;
      const lost = before.options.filter((one) => !allowedAfter(one, after.options));
      const added = after.options.filter((one) => !before.options.some((was) => was.ground === one.ground));
      if (lost.length + added.length > 0) expect({ partial, lost, added }).toEqual({ lost: [], added: [] });
      learnt += 1;
    }
  }
  expect(learnt).toBeGreaterThan(5_000);
}, 60_000);

function allowedAfter(before: ToldOption, options: readonly ToldOption[]): boolean {
  const after = options.find((one) => one.ground === before.ground);
  if (after === undefined) return before.trigger === 'undetermined';
  return before.status === 'undetermined' || after.status === before.status;
}

test('a sentence depends on no fact that it does not say it reads', () => {
  const situations = [...storiesWithOneChange()].filter((one) => problemsOf(one).length === 0);
  const sentences: readonly Sentence[] = [...Object.values(triggers), ...Object.values(conditions)];
  for (const sentence of sentences) {
    const truths = new Map<string, boolean>();
    for (const situation of situations) {
      const read = JSON.stringify(
        ['onDate', ...sentence.reads].map((path) => valueAt(situation, path) ?? null),
      );
      const truth = sentence.holds(situation as unknown as Situation); // full and without problems
      expect(truths.get(read) ?? truth).toBe(truth);
      truths.set(read, truth);
    }
  }
});
