import { deflateSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { currentVersionOf, pageOf, templateOf } from '#business/letters';
import { keySetOf, newSigningKey, signerAt, signStatement } from '#platform/signing';
import { testPdf } from '#platform/testing';
import { typstPress } from '#platform/typesetting';
import { checkLetter } from './checked.ts';
import { codeInPdf } from './read-pdf.ts';

const press = typstPress();
afterAll(() => press.stop());
const at = new Date('2026-11-23T02:00:00Z');
const key = newSigningKey({ from: new Date('2026-01-01'), until: new Date('2028-01-01') });
const signer = signerAt([key], at);
if (!signer.ok) throw new Error(signer.refusal.code);
const payload = {
  n: 'SZ-2026-7K3M9-QX2TB-04GHE/6',
  k: 'decision',
  d: '2026-11-23',
  t: '欧***',
  a: '831240',
  h: 'x'.repeat(43),
};
const signed = signStatement(signer.value, { type: 'suixing-letter', at, payload });
const text = { zh: '测试', en: 'test' };
const content = {
  ...{
    to: text,
    opening: text,
    rows: [],
    amountFen: '831240',
    lists: [],
    clauses: [],
    remedies: null,
    closing: text,
  },
};

async function letterWith(statement: string | null): Promise<Uint8Array> {
  const templateVersion = currentVersionOf('decision');
  const head = {
    kind: 'decision',
    title: text,
    office: text,
    number: payload.n,
    issuedOn: '2026-11-23',
  } as const;
  const data = pageOf({ ...head, content, statement, templateVersion, language: 'zh' });
  return (await press.print({ template: templateOf(templateVersion), data })).pdf;
}

test('the code that is drawn on a letter’s PDF is read out of the file', async () => {
  const read = await codeInPdf(await letterWith(signed));
  expect(read).toBe(signed);
  expect(checkLetter(read ?? '', keySetOf([key])).kind).toBe('genuine');
});

test('a PDF without a code, one of others and one that unpacks without end give none', async () => {
  expect(await codeInPdf(await letterWith(null))).toBeNull();
  expect(await codeInPdf(testPdf())).toBeNull();
  const bomb = deflateSync(Buffer.alloc(40_000_000));
  const head = Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n`);
  expect(await codeInPdf(Buffer.concat([head, bomb, Buffer.from('\nendstream')]))).toBeNull();
  expect(await codeInPdf(new Uint8Array(20_000_000))).toBeNull();
});
