import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

const query = { state: 'in-review', officeId: 'ofc_1' };
const position = ['2026-01-05', 'cas_1', null, 3];

test('a cursor leads back to the row that it was made at', () => {
  expect(readCursor(writeCursor({ position, query }), query)).toEqual({ ok: true, value: position });
  expect(readCursor(undefined, query)).toEqual({ ok: true, value: null });
});

test('the order in which filters are named does not matter', () => {
  const turned = { officeId: 'ofc_1', state: 'in-review' };
  expect(readCursor(writeCursor({ position, query }), turned)).toMatchObject({ ok: true });
});

test('a cursor of another query, an altered one and an invented one are refused', () => {
  const cursor = writeCursor({ position, query });
  const refused = { ok: false, refusal: { code: 'http.cursor' } };
  expect(readCursor(cursor, { ...query, state: 'paid' })).toEqual(refused);
  const altered = Buffer.from(cursor, 'base64url');
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
  expect(readCursor(altered.toString('base64url'), query)).toEqual(refused);
  for (const invented of ['', 'x', 'bm9ib2R5']) expect(readCursor(invented, query)).toEqual(refused);
});
