import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '#basics';
import { type TransferMessageType, transferMessages, transferMessageTypes } from './catalogue.ts';
import { certificateNumber, makeCertificateNumber } from './certificate-number.ts';
import { readBody } from './read-body.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'docs', 'exchange');
const page = (name: string) => readFileSync(join(folder, name), 'utf8');
const published = (name: string): unknown => JSON.parse(page(name));

/** Somebody else's reader of JSON Schema, as a partner would use one. */
const ajv = new Ajv2020({ strict: true, allErrors: true, keywords: ['x-source'] });
const validators = new Map(
  transferMessageTypes.map((type) => [type, ajv.compile(published(`${type}.schema.json`) as object)]),
);

/** What is wrong with an example after a change, by path. */
function pathsAfter(type: TransferMessageType, change: Readonly<Record<string, unknown>>): readonly string[] {
  const read = readBody(type, { ...(published(`examples/${type}.json`) as object), ...change });
  return read.ok ? [] : read.problems.map(({ path }) => path);
}

describe('the published messages', () => {
  test.each(transferMessageTypes)(
    '%s: its example fits the published schema and is read as it stands',
    (type) => {
      const example = published(`examples/${type}.json`);
      expect(validators.get(type)?.(example)).toBe(true);
      expect(readBody(type, example)).toEqual({ ok: true, body: example });
    },
  );

  test.each(transferMessageTypes)(
    '%s: a key too many or too few is refused by schema and reader alike',
    (type) => {
      const example = published(`examples/${type}.json`) as Record<string, unknown>;
      const changed = [
        { ...example, note: 'x' },
        ...Object.keys(example).map((key) =>
          Object.fromEntries(Object.entries(example).filter(([k]) => k !== key)),
        ),
      ];
      for (const body of changed) {
        expect(validators.get(type)?.(body)).toBe(false);
        expect(readBody(type, body).ok).toBe(false);
      }
    },
  );

  test('whatever a partner writes is answered with problems in both languages, and never a fault', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...transferMessageTypes),
        fc.anything(),
        fc.string(),
        (type, value, key) => {
          const example = published(`examples/${type}.json`) as object;
          for (const given of [value, { ...example, [key]: value }]) {
            const read = readBody(type, given);
            if (read.ok) continue;
            for (const { detail } of read.problems) expect(detail.zh !== '' && detail.en !== '').toBe(true);
          }
        },
      ),
    );
  });

  test('every type has its schema, its example, its fields and its effect in the docs, and no more are there', () => {
    const types = [...transferMessageTypes].sort();
    const named = (end: string, within = '') =>
      readdirSync(join(folder, within))
        .filter((name) => name.endsWith(end))
        .map((name) => name.slice(0, -end.length))
        .sort();
    expect(named('.schema.json')).toEqual(types);
    expect(named('.json', 'examples')).toEqual(types);
    for (const type of types) {
      expect(page('messages.md')).toContain(`## \`${type}\` ${transferMessages[type].name.zh}`);
      expect(page('README.md')).toContain(`| \`${type}\` |`);
    }
  });

  test('every field is told in both languages', () => {
    const fields = page('messages.md').split('## Reasons')[0] ?? '';
    const rows = fields.match(/^\| `[a-z][\w.[\]]*`\??.*$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(120);
    for (const row of rows)
      expect(row).toMatch(/^\| `\S+ \| [^|]*\p{Script=Han}[^|]* \| [A-Z1][^|]+ \| [^|]+\|/u);
  });
});

describe('what no schema can tell', () => {
  const sheet = published('examples/information-sheet.json') as { periods: readonly object[] };
  const person = (number: string, more: object = {}) => ({
    person: { name: '示例乙', nameLatin: null, identity: { type: 'citizen-id', number, ...more } },
  });
  const account = {
    holder: '示例',
    bankName: '中国工商银行成都支行',
    bankCode: '102651000001',
    accountNumber: '12345678',
  };

  test.each<[string, TransferMessageType, Readonly<Record<string, unknown>>, readonly string[]]>([
    [
      'an identity number copied wrong',
      'contact-letter',
      person('11010519491231003X'),
      ['person.identity.number'],
    ],
    [
      'a citizen whose document another state issued',
      'contact-letter',
      person('11010519491231002X', { issuer: 'FRA' }),
      ['person.identity.issuer'],
    ],
    ['a day that the calendar does not have', 'contact-letter', { appliedOn: '2026-02-30' }, ['appliedOn']],
    [
      'an account of an agency that takes no balance',
      'contact-letter',
      { acceptsBalance: false },
      ['receivingAccount'],
    ],
    [
      'a clearing code of no bank',
      'account-details',
      { receivingAccount: { ...account, bankName: '示例银行', bankCode: '802651000001' } },
      ['receivingAccount.bankCode'],
    ],
    [
      'a clearing code of another bank',
      'account-details',
      { receivingAccount: { ...account, bankCode: '105651000001' } },
      ['receivingAccount.bankCode'],
    ],
    ['months that are not the sum of the periods', 'information-sheet', { paidMonths: 102 }, ['paidMonths']],
    [
      'gaps that are not those of the periods',
      'information-sheet',
      { interruptedMonths: 0 },
      ['interruptedMonths'],
    ],
    [
      'periods out of order',
      'information-sheet',
      { periods: sheet.periods.toReversed() },
      ['periods.1.from', 'interruptedMonths'],
    ],
    ['a correction of nothing', 'information-sheet', { revision: 2 }, ['replaces']],
    ['an end before the insurance stopped', 'information-sheet', { endedOn: '2026-09-01' }, ['endedOn']],
    [
      'principal and interest that are not the amount',
      'remittance-advice',
      { interestFen: '1351' },
      ['amountFen'],
    ],
    ['money credited before it came', 'balance-credited', { creditedOn: '2026-11-24' }, ['creditedOn']],
    [
      'an expected sum equal to the one that came',
      'balance-credited',
      { expectedFen: '831350' },
      ['expectedFen'],
    ],
    [
      'money sent back without a reference',
      'balance-refused',
      { money: 'sent-back' },
      ['sentBackReference', 'amountFen'],
    ],
    [
      'a thing that is missing twice',
      'reminder',
      { missing: ['contact-letter', 'contact-letter'] },
      ['missing'],
    ],
    [
      'a certificate where something else is missing',
      'reminder',
      { missing: ['remittance'] },
      ['certificate'],
    ],
    ['a message that replaces itself', 'invalidate', { replacedBy: 'msg_01k8example1' }, ['replacedBy']],
  ])('%s is refused where it stands', (_, type, change, paths) => {
    expect(pathsAfter(type, change)).toEqual(paths);
  });

  test('a passport names the state that issued it', () => {
    const passport = (more: object) => person('E12345678', { type: 'passport', ...more });
    expect(pathsAfter('contact-letter', passport({}))).toEqual(['person.identity.number']);
    expect(pathsAfter('contact-letter', passport({ issuer: 'FRA' }))).toEqual([]);
  });
});

describe('the number of an insurance certificate', () => {
  const abc = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const made = (region: string, seed: number) =>
    makeCertificateNumber({
      ...{ region, on: plainDate('2026-11-02') },
      random: (size) => Uint8Array.from({ length: size }, (_, at) => (seed * 31 + at * 7) % 256),
    });

  test('begins with the province and the year, and cannot be counted up', () => {
    expect(made('440300', 1)).toMatch(/^粤2026-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(made('510100', 1)).toMatch(/^川2026-/);
  });

  test('is known again where one character was mistyped, and numbers of other agencies are taken as they are', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(13), fc.integer({ min: 1, max: 31 }), (seed, place, by) => {
        const number = made('440300', seed);
        expect(certificateNumber.safeParse(number).success).toBe(true);
        const at = 6 + place + Math.floor(place / 5);
        const typed = abc.charAt((abc.indexOf(number.charAt(at)) + by) % 32);
        const wrong = `${number.slice(0, at)}${typed}${number.slice(at + 1)}`;
        expect(certificateNumber.safeParse(wrong).success).toBe(false);
      }),
    );
    expect(certificateNumber.safeParse('川2026000123').success).toBe(true);
  });
});
