/**
 * Every situation is decided twice, by the rules and by the oracle, and must come out the same. Where they differ, the
 * contract's text says who is right.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, assessText, assessToJson, isProblem } from '#business/inquiry/public';
import {
  inputsAcrossKeys,
  inputsWithOneOddValue,
  inputsWithTwoOddValues,
  textsThatAreNoRequest,
} from './bad-inputs.ts';
import { problemsOfText } from './problems.ts';
import { readContract } from './read-contract.ts';
import { type Held, type Key, requestKeys } from './request.ts';
import {
  stories,
  storiesWithOneChange,
  storiesWithTwoChanges,
  withOneKeyNull,
  withOneKeyRemoved,
} from './situations.ts';

/** The product's answer, told as the oracle tells it. */
function readByRules(request: unknown): unknown {
  const answer = assess(request);
  if (isProblem(answer)) return { problems: answer.problems.map((problem) => problem.path) };
  const { outcome, options, questions } = answer;
  return {
    outcome,
    options: options.map(({ action, ground, status, trigger, payee, relationship, conditions }) => ({
      action,
      ground,
      status,
      trigger,
      payee,
      relationship,
      conditions: conditions.map(({ id, finding, needs }) => ({ id, finding, needs })),
    })),
    questions,
  };
}

/**
 * Decides each situation twice; a difference fails with the situation beside it. The answer that is written without
 * objects must be the same, byte for byte. Returns how many were decided.
 */
function decideTwice(situations: Iterable<unknown>): number {
  let decided = 0;
  for (const request of situations) {
    const [rules, oracle] = [readByRules(request), readContract(request)];
    if (JSON.stringify(rules) !== JSON.stringify(oracle)) {
      expect({ request, reading: rules }).toEqual({ request, reading: oracle });
      throw new Error(`the readings differ in the order of keys: ${JSON.stringify(request)}`);
    }
    if (assessToJson(request) !== JSON.stringify(assess(request))) {
      expect(assessToJson(request)).toBe(JSON.stringify(assess(request)));
    }
    decided += 1;
  }
  return decided;
}

function* everyNth(every: number, situations: Iterable<Held>): Generator<Held> {
  let count = 0;
  for (const situation of situations) {
    count += 1;
    if (count % every === 0) yield situation;
  }
}

function* each(situations: Iterable<Held>, vary: (situation: Held) => Iterable<Held>): Generator<Held> {
  for (const situation of situations) yield* vary(situation);
}

test('people whom a clerk would recognise, with one or two facts otherwise, come out the same in both readings', () => {
  expect(decideTwice(storiesWithOneChange())).toBeGreaterThan(1_000);
  expect(decideTwice(storiesWithTwoChanges(11))).toBeGreaterThan(5_000);
}, 60_000);

test('a full situation with one key removed comes out the same in both readings', () => {
  expect(decideTwice(each(everyNth(4, storiesWithOneChange()), withOneKeyRemoved))).toBeGreaterThan(5_000);
}, 60_000);

test('a full situation with two keys removed comes out the same in both readings', () => {
  const once = everyNth(3, each(stories, withOneKeyRemoved));
  expect(decideTwice(each(once, withOneKeyRemoved))).toBeGreaterThan(2_000);
}, 60_000);

test('a full situation with one key made null comes out the same in both readings', () => {
  expect(decideTwice(each(everyNth(4, storiesWithOneChange()), withOneKeyNull))).toBeGreaterThan(5_000);
}, 60_000);

test('odd and bad inputs are answered or refused, at the same paths, in both readings', () => {
  expect(decideTwice(inputsWithOneOddValue())).toBeGreaterThan(500);
  expect(decideTwice(inputsWithTwoOddValues(17))).toBeGreaterThan(5_000);
  expect(decideTwice(inputsAcrossKeys())).toBeGreaterThan(300);
  expect(decideTwice([null, true, 0, '', 'text', [], [stories[0]], {}])).toBe(8);
}, 60_000);

test('a text that is no request is one bad request in both readings', () => {
  for (const text of textsThatAreNoRequest) {
    const { problems } = JSON.parse(assessText(text).body);
    const paths = problems.map((problem: { path: string }) => problem.path);
    expect({ text, paths }).toEqual({ text, paths: problemsOfText(text) });
  }
});

test('a remedy is told with every condition that is not met, and with no other', () => {
  for (const situation of everyNth(3, each(everyNth(7, storiesWithOneChange()), withOneKeyRemoved))) {
    const answer = assess(situation);
    const told = isProblem(answer) ? [] : answer.options.flatMap((option) => option.conditions);
    const astray = told.filter(({ finding, remedy }) => (finding === 'not-met') !== (remedy !== null));
    expect(astray).toEqual([]);
  }
});

test('a key that JavaScript itself knows is an unknown key like any other', () => {
  for (const name of ['__proto__', 'constructor', 'hasOwnProperty']) {
    const whole = JSON.parse(`{"onDate":"2022-06-30","region":"440300","${name}":{"region":"440300"}}`);
    const inner = JSON.parse(`{"onDate":"2022-06-30","region":"440300","open":{"${name}":{"claims":false}}}`);
    expect([readByRules(whole), readByRules(inner)]).toEqual([
      { problems: [name] },
      { problems: [`open.${name}`] },
    ]);
    expect(decideTwice([whole, inner])).toBe(2);
  }
});

test('any situation at all, with any of its keys absent, comes out the same in both readings', () => {
  fc.assert(
    fc.property(anyObject(requestKeys), (request) => {
      expect(readByRules(request)).toEqual(readContract(request));
    }),
    { numRuns: 2_000 },
  );
}, 60_000);

function anyObject(keys: readonly Key[]): fc.Arbitrary<unknown> {
  const values = Object.fromEntries(keys.map((key) => [key.name, anyValue(key)]));
  const requiredKeys = keys.filter((key) => key.required).map((key) => key.name);
  return fc.record(values, { requiredKeys });
}

/** Null where it is allowed, good values, and seldom something odd. */
function anyValue(key: Key): fc.Arbitrary<unknown> {
  const good = key.keys === undefined ? fc.constantFrom(...goodLeaves[key.kind]) : anyObject(key.keys);
  const none = { arbitrary: fc.constant(null), weight: key.nullable ? 12 : 0 };
  const odd = { arbitrary: fc.oneof(fc.constant(null), fc.jsonValue({ maxDepth: 1 })), weight: 1 };
  return fc.oneof({ arbitrary: good, weight: 120 }, none, odd);
}

const goodLeaves: Readonly<Record<Key['kind'], readonly unknown[]>> = {
  date: ['2022-06-28', '2022-06-29', '2022-06-30', '2022-07-01'],
  region: ['440300'],
  'other-region': ['510100'],
  country: ['CHN', 'TWN', 'CAN'],
  purpose: ['settle', 'return-home'],
  status: ['active', 'suspended', 'transferred', 'terminated'],
  balance: ['pending', 'accepted', 'refused', 'no-account-information'],
  fen: ['0', '1', '831240'],
  months: [0, 1],
  boolean: [true, false],
  object: [{}],
};
