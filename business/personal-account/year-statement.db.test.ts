import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { amountInWords, plainDate } from '#basics';
import { type Caller, system } from '#business/access/public';
import { letterDocument } from '#business/letters';
import { verifyDocument } from '#engines/audit';
import { makeSeal } from '#platform/seal';
import { verifierOf } from '#platform/signing';
import {
  readPdf,
  testClock,
  testDatabase,
  testOffice,
  testPerson,
  testRandom,
  testSigningKeys,
} from '#platform/testing';
import { typstPress } from '#platform/typesetting';
import { printYear, yearStatement } from './print-year.ts';
import { readPeriod } from './read-period.ts';
import { payloadOfStatement, statementPage } from './year-statement.ts';

const db = await testDatabase();
await testOffice(db);
const owner = 'psn_a';
await testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' });
for (const [number, fen, on] of [
  [1, 301_45, '2026-02-15'],
  [2, 7000, '2026-03-20'],
] as const)
  await db.superuser.rows(
    `SELECT post_credit($1, $2, 1::smallint, 'correction', 'suspense', $3, $4::date, 'inflow', 'adjustment', $2, NULL, $5::timestamptz)`,
    [owner, `adj_${number}`, fen, on, `${on}T10:00:00+08:00`],
  );
const random = testRandom(9);
const clock = testClock('2026-06-30T12:00:00+08:00');
const seal = makeSeal({ keys: [new Uint8Array(32).fill(7)], random });
const signingKeys = testSigningKeys();
const context = { clock, seal, signingKeys, press: typstPress(), region: '440300' };
const caller: Caller = { ...system, kind: 'insured', id: 'usr_1', roles: ['insured'], personIds: [owner] };

test('a statement on paper tells what the page tells, to the fen, and adds up', async () => {
  const told = await yearStatement(db.app, { context, caller, owner, year: '2026' });
  const span = { from: plainDate('2026-01-01'), to: plainDate('2026-12-31'), known: null };
  const shown = await readPeriod(db.app, { caller, owner, ...span, after: null, limit: 100 });
  if (!told.ok || !shown.ok) throw new Error('the account is there');
  expect(told.value).toMatchObject({
    ...{ openingFen: shown.value.openingFen, balanceFen: shown.value.balanceFen },
    entries: shown.value.entries.map(({ changeFen, balanceFen, effectiveOn }) => ({
      ...{ changeFen, balanceFen, effectiveOn },
    })),
  });
  const payload = payloadOfStatement(told.value);
  expect(statementPage(told.value, { payload, signed: null, lang: 'en' })).toMatchObject({
    ...{ opening: '1,000.00', incoming: '+371.45', outgoing: '0.00' },
    closing: { yuan: '1,371.45', words: amountInWords(137_145n) },
    entries: [
      { change: '+301.45', balance: '1,301.45' },
      { change: '+70.00', balance: '1,371.45' },
    ],
  });
});

test('the file of a statement carries what was signed of it, and another figure has another number', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const printed = await printYear(db.app, { context, caller, owner, year: '2026', lang });
    if (!printed.ok) throw new Error(printed.refusal.code);
    expect(readPdf(printed.value.pdf)).toMatchObject({ missing: 0, created: '20260630' });
    const signed = signedIn(printed.value.pdf);
    const keys = signingKeys.published();
    if (!keys.ok) throw new Error(keys.refusal.code);
    const read = verifyDocument(signed, { types: [letterDocument], verifier: verifierOf(keys.value) });
    expect(JSON.stringify(read)).toContain('1,371.45');
    expect(JSON.stringify(read)).toContain('2026-01-01 – 2026-06-30');
  }
  const told = await yearStatement(db.app, { context, caller, owner, year: '2026' });
  if (!told.ok) throw new Error(told.refusal.code);
  const other = { ...told.value, entries: told.value.entries.slice(1) };
  expect(payloadOfStatement(other).n).not.toBe(payloadOfStatement(told.value).n);
});

test('nobody else has somebody’s statement on paper, and there is none of a year to come', async () => {
  const wish = { context, owner, lang: 'zh' } as const;
  const stranger = { ...caller, personIds: ['psn_b'] };
  expect(await printYear(db.app, { ...wish, caller: stranger, year: '2026' })).toMatchObject({
    refusal: { code: 'personal-account.none' },
  });
  expect(await printYear(db.app, { ...wish, caller, year: '2027' })).toMatchObject({
    refusal: { code: 'personal-account.days-wrong' },
  });
});

/** What was signed, as the file holds it: the press packs it where that makes it smaller. */
function signedIn(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf).toString('latin1');
  const streams = [...bytes.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, held = '']) =>
    unpacked(held),
  );
  return [bytes, ...streams].flatMap((text) => /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(text) ?? [])[0] ?? '';
}

function unpacked(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  } catch {
    return ''; // not packed
  }
}
