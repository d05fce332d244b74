/**
 * Bad inputs of every kind in the contract's closed list, and inputs that look odd but are answered. Each is decided twice
 * like any other; nothing here says what comes out.
 */
import {
  type Held,
  isHeld,
  joinPath,
  type Key,
  pathsInOrder,
  requestKeys,
  valueAt,
  withoutKeyAt,
  withValueAt,
} from './request.ts';
import { stories } from './situations.ts';

/** Texts as they could come over the wire. */
export const textsThatAreNoRequest: readonly string[] = [
  '',
  ' ',
  '{',
  '{"onDate":"2022-06-30",}',
  "{'onDate':'2022-06-30'}",
  'onDate: 2022-06-30',
  'null',
  'true',
  '0',
  '"440300"',
  '[]',
  '[{"onDate":"2022-06-30","region":"440300"}]',
  '{}',
];

/** The richest story with one thing wrong, or odd, at each key. */
export function* inputsWithOneOddValue(): Generator<Held> {
  for (const path of pathsInOrder) {
    for (const value of oddValuesAt(path)) yield withValueAt(richest, path, value);
    if (valueAt(richest, path) !== undefined) yield withoutKeyAt(richest, path);
  }
  for (const path of ['', ...pathsInOrder.filter((one) => isHeld(valueAt(richest, one)))]) {
    for (const name of ['note', 'OnDate', 'constructor', 'toString']) {
      yield withValueAt(richest, joinPath(path, name), 'x');
      yield withValueAt(richest, joinPath(path, name), null);
    }
  }
}

/** Two things wrong or odd at once, at any two keys: what is reported, and in which order. */
export function* inputsWithTwoOddValues(every: number): Generator<Held> {
  let count = 0;
  for (const [place, first] of pathsInOrder.entries()) {
    for (const second of pathsInOrder.slice(place + 1)) {
      for (const one of oddValuesAt(first)) {
        for (const other of oddValuesAt(second)) {
          count += 1;
          if (count % every === 0) yield withValueAt(withValueAt(richest, first, one), second, other);
        }
      }
    }
  }
}

/** Rules that look at two keys: the order of death, and a balance without an account. */
export function* inputsAcrossKeys(): Generator<Held> {
  const days = ['2022-01-31', '2022-02-01', '2022-02-02', '2022-08-01', '2022-08-02', null, '2022-02-30'];
  const stays = richest.person;
  if (!isHeld(stays)) return;
  for (const diedOn of days) {
    for (const retiredOn of days) {
      for (const on of days) {
        yield {
          ...richest,
          person: { ...stays, diedOn, retiredOn, leftCountry: { on, to: 'CAN', purpose: 'settle' } },
        };
      }
      yield { ...richest, person: { ...stays, diedOn, retiredOn, leftCountry: { on: '2022-02-01' } } };
    }
  }
  for (const exists of [true, false, null, undefined, 'yes']) {
    for (const balanceFen of ['0', '5', '05', '-1', '', null, 5, undefined]) {
      const account = { exists, balanceFen };
      const present = Object.fromEntries(Object.entries(account).filter(([, value]) => value !== undefined));
      yield { ...richest, account: present };
    }
  }
}

const richest: Held = {
  ...stories[stories.length - 1],
  relationship: { status: 'suspended', onEmployerRoster: false, stoppedOn: '2022-04-30', paidMonths: 86 },
};

function oddValuesAt(path: string): readonly unknown[] {
  const key = keyAt(requestKeys, path.split('.'));
  return [null, 7, 'odd', true, [], {}, ...(key === undefined ? [] : (oddValues[key.kind] ?? []))];
}

function keyAt(keys: readonly Key[], [name, ...rest]: readonly string[]): Key | undefined {
  const key = keys.find((one) => one.name === name);
  return rest.length === 0 ? key : keyAt(key?.keys ?? [], rest);
}

const regions = [
  '440300',
  '110000',
  '109999',
  '820000',
  '829999',
  '830000',
  '51010',
  '5101000',
  '５１０１００',
  '51010a',
];

const oddValues: Readonly<Partial<Record<Key['kind'], readonly unknown[]>>> = {
  date: [
    '2022-02-28',
    '2022-02-29',
    '2024-02-29',
    '1900-02-29',
    '2000-02-29',
    '2022-04-31',
    '2022-13-01',
    '2022-00-10',
    '2022-01-00',
    '2022-1-1',
    '20220630',
    '2022/06/30',
    '2022-06-30T00:00:00Z',
    '2022-06-30\n',
    ' 2022-06-30',
    '0000-01-01',
    '0001-01-02',
    '9999-12-30',
    '+02022-06-30',
    '-2022-06-30',
    '２０２２-06-30',
    '',
  ],
  region: ['440300 ', '510100', '44030', 440300, ''],
  'other-region': [...regions, 510100, ''],
  country: [
    'CAN',
    'can',
    'CA',
    'CANADA',
    'XKX',
    'EUR',
    'AAA',
    'ZZZ',
    'ANT',
    'SUN',
    'TWN',
    'HKG',
    'ROM',
    'CAN ',
    '',
  ],
  purpose: ['settle', 'return-home', 'Settle', 'study', ''],
  status: ['active', 'suspended', 'stopped', 'Active', ''],
  balance: ['pending', 'accepted', 'refused', 'no-account-information', 'no-account', 'Refused', ''],
  fen: [
    '0',
    '00',
    '01',
    '1',
    '-1',
    '+1',
    '1.0',
    '1e3',
    '1,000',
    '999999999999999999',
    '1000000000000000000',
    '1\n',
    ' 1',
    '',
  ],
  months: [0, -0, 1, 86, -1, 1.5, 1e9, 1e21, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '86', ''],
  boolean: [false, 'true', 'false', 1, 0],
};
