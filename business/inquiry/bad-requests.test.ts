import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countries } from '#business/registry/public';
import { exampleSituations, ordinarySituation } from './example-situations.ts';
import { assess, assessToJson, isProblem } from './public.ts';

const full = {
  ...ordinarySituation,
  person: { ...ordinarySituation.person, leftCountry: { on: '2022-05-01', to: 'CAN', purpose: 'settle' } },
  transfer: { to: '510100', appliedOn: null, balance: null, evidenceOn: null },
  succession: { established: false },
};

/** The paths of what is wrong; empty where the request is answered. */
function wrong(request: unknown): readonly string[] {
  const told = assess(request);
  return isProblem(told) ? told.problems.map((problem) => problem.path) : [];
}

/** A request with one key set, by dotted path; `undefined` takes it out. */
function set(path: string, value: unknown): unknown {
  const copy = structuredClone(full) as Record<string, unknown>; // a JSON object
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce((held, key) => held[key] as Record<string, unknown>, copy); // paths of the contract
  if (value === undefined) delete holder[last];
  else Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

const refused: readonly (readonly [path: string, ...values: unknown[]])[] = [
  [
    'onDate',
    undefined,
    null,
    20220630,
    '',
    '2022-6-30',
    '2022-02-29',
    '2022-06-31',
    '0000-01-01',
    '2022-06-30 ',
    '2022-06-30T00:00:00Z',
    '+2022-06-30',
    '２０２２-06-30',
  ],
  ['region', undefined, null, 440300, '440100', '510100', '', 'shenzhen', '440300 '],
  ['person', null, [], 'x', 1, true],
  ['person.nationality', null, 1, 'cn', 'CN', 'chn', 'XXX', 'ROM', 'EUE', ''],
  ['person.retiredOn', false, 0, '', '2022-13-01', '2021-02-29', {}, []],
  ['person.diedOn', '2022-00-10', 1, ' 2022-06-30'],
  ['person.nationalityLostOn', 'null', '2022-04-31'],
  ['person.leftCountry', [], 'CAN', false],
  ['person.leftCountry.on', undefined, null, '', 5],
  ['person.leftCountry.to', undefined, null, 'CA', 'XKX'],
  ['person.leftCountry.purpose', undefined, null, 'Settle', 'work', 1],
  ['person.leftCountry.until', null, '2022-05-01'],
  ['person.treatmentElsewhere', [], '510100', true],
  ['relationship', [], 'active', 0],
  ['relationship.status', null, 'Active', '', 'stopped', true],
  ['relationship.onEmployerRoster', null, 'false', 0],
  ['relationship.stoppedOn', '2022-02-30', 20220430],
  ['relationship.paidMonths', null, -1, 1.5, '86', Number.POSITIVE_INFINITY, Number.NaN, true],
  ['account', [], true, '831240'],
  ['account.exists', null, 'true', 1],
  [
    'account.balanceFen',
    null,
    831240,
    '',
    '-1',
    '+1',
    '01',
    '00',
    '1.0',
    '1e3',
    ' 1',
    '1234567890123456789',
    '１',
  ],
  ['transfer', [], '510100', false],
  ['transfer.to', undefined, null, 510100, '51010', '5101000', '090000', '100000', '830000', '51010a'],
  ['transfer.appliedOn', true, '2022-05-32'],
  ['transfer.balance', 'Refused', '', 'none', 0],
  ['transfer.evidenceOn', {}, '20220601'],
  ['succession', [], true],
  ['succession.established', null, 'yes', 1],
  ['open', null, [], false],
  ['open.claims', null, 0, 'false'],
  ['open.recoveries', null, '', []],
  ['open.investigation', null, {}],
  ['open.competingCase', null, 'no'],
  ['note', null, 1],
  ['constructor', 1],
  ['__proto__', {}],
  ['toString', null],
  ['person.__proto__', {}],
  ['person.hasOwnProperty', true],
  ['open.claim', false],
];

describe('a request that cannot be read', () => {
  const listed = refused.map(([path, ...values]) => ({ path, values }));
  test.each(listed)('names what is wrong at $path', ({ path, values }) => {
    for (const value of values) expect([value, wrong(set(path, value))]).toEqual([value, [path]]);
  });

  test.each([
    ['text', 'x'],
    ['a number', 1],
    ['a list', []],
    ['null', null],
    ['true', true],
  ])('%s instead of an object is one problem of the whole', (_name, request) => {
    expect(wrong(request)).toEqual(['']);
  });

  test('everything wrong is listed at once, in the order of the contract, whatever the order of the input', () => {
    const request = {
      zebra: 1,
      open: { claims: 'no', other: 1 },
      transfer: { balance: 'gone' },
      account: { balanceFen: '1' },
      person: { extra: 1, treatmentElsewhere: {}, diedOn: 'x', nationality: 'X' },
      region: '999999',
    };
    expect(wrong(request)).toEqual([
      'onDate',
      'region',
      'person.nationality',
      'person.diedOn',
      'person.treatmentElsewhere.region',
      'person.extra',
      'account.balanceFen',
      'transfer.to',
      'transfer.balance',
      'open.claims',
      'open.other',
      'zebra',
    ]);
  });

  test('each problem is told in both languages, in a document of exactly four members', () => {
    const told = assess({});
    if (!isProblem(told)) throw new Error('answered');
    expect(Object.keys(told)).toEqual(['type', 'title', 'status', 'problems']);
    expect(told.status).toBe(400);
    for (const problem of told.problems) {
      expect(Object.keys(problem)).toEqual(['path', 'detail']);
      expect(problem.detail.zh).toMatch(/\p{Script=Han}/u);
      expect(problem.detail.en).toMatch(/[a-z]/);
    }
  });

  test('a balance needs an account that is said to exist', () => {
    expect(wrong(set('account', { exists: false, balanceFen: '0' }))).toEqual(['account.balanceFen']);
    expect(wrong(set('account', { balanceFen: '0' }))).toEqual(['account.balanceFen']);
    expect(wrong(set('account', { exists: true }))).toEqual([]);
  });
});

describe('somebody who died', () => {
  const died = (diedOn: string, retiredOn: string | null, leftOn: string | null): readonly string[] => {
    const leftCountry = leftOn === null ? null : { on: leftOn, to: 'CAN', purpose: 'settle' };
    return wrong({ ...full, person: { diedOn, retiredOn, leftCountry } });
  };

  test('did not retire or leave afterwards, even where all of it is still to come', () => {
    expect(died('2022-06-29', '2022-06-30', null)).toEqual(['person.diedOn']);
    expect(died('2022-06-30', '2022-06-30', null)).toEqual([]);
    expect(died('2022-06-30', '2022-06-29', null)).toEqual([]);
    expect(died('2022-04-30', null, '2022-05-01')).toEqual(['person.diedOn']);
    expect(died('2022-05-01', null, '2022-05-01')).toEqual([]);
    expect(died('2030-01-01', '2030-01-02', null)).toEqual(['person.diedOn']);
    expect(died('2022-01-01', '2022-02-01', '2022-03-01')).toEqual(['person.diedOn']);
  });
});

describe('what is unlikely is answered all the same', () => {
  test.each([
    ['a transfer to one’s own region', 'transfer.to', '440300'],
    ['settling in China', 'person.leftCountry.to', 'CHN'],
    ['a foreigner who lost Chinese nationality', 'person.nationalityLostOn', '2022-01-01'],
    ['a day far ahead', 'onDate', '9999-12-31'],
    ['a day long past', 'onDate', '0001-01-01'],
    ['months beyond any life', 'relationship.paidMonths', 1e21],
    ['minus zero months', 'relationship.paidMonths', -0],
    ['the largest balance', 'account.balanceFen', '999999999999999999'],
    ['the first and the last region', 'transfer.to', '110000'],
    ['a region of Macao', 'transfer.to', '829999'],
  ])('%s', (_name, path, value) => {
    const request = set(path, value);
    expect(wrong(request)).toEqual([]);
    expect(JSON.stringify(assess(request))).toBe(assessToJson(request));
  });

  test('all 249 assigned countries are known, Hong Kong, Macao and Taiwan among them', () => {
    expect(countries.size).toBe(249);
    for (const code of ['CHN', 'HKG', 'MAC', 'TWN', 'SSD', 'CUW', 'ALA', 'UMI'])
      expect(countries.has(code)).toBe(true);
    for (const code of ['XKX', 'ANT', 'YUG', 'ZAR', 'TMP', 'SUN']) expect(countries.has(code)).toBe(false);
  });
});

describe('any input at all', () => {
  const situations = fc.constantFrom(...Object.values(exampleSituations));
  const path = fc.constantFrom(...refused.map(([first]) => first));

  test('is answered or refused with a reason, never a fault, and the JSON is that of the library', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (request) => {
        expect(assessToJson(request)).toBe(JSON.stringify(assess(request)));
      }),
    );
  });

  test('with one key of a full situation replaced by anything, likewise', () => {
    fc.assert(
      fc.property(situations, path, fc.jsonValue(), (situation, at, value) => {
        const copy = JSON.parse(JSON.stringify(situation));
        const keys = at.split('.');
        const last = keys.pop() ?? '';
        const holder = keys.reduce((held, key) => held?.[key], copy);
        if (holder === null || typeof holder !== 'object') return;
        Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
        const before = JSON.stringify(copy);
        expect(assessToJson(copy)).toBe(JSON.stringify(assess(copy)));
        expect(JSON.stringify(copy)).toBe(before);
      }),
      { numRuns: 1000 },
    );
  });

  test('a key that is undefined is an absent key, as it is in JSON', () => {
    const request = { ...full, person: undefined, note: undefined };
    expect(assessToJson(request)).toBe(assessToJson(JSON.parse(JSON.stringify(request))));
  });
});
