import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { currentVersionOf, pageOf, templateOf } from '#business/letters';
import { keySetOf, newSigningKey, signerAt, signStatement } from '#platform/signing';
import { temporaryFolder, testPdf } from '#platform/testing';
import { typstPress } from '#platform/typesetting';
import { verifyDocumentCommand } from './verify-document.ts';

const press = typstPress();
afterAll(() => press.stop());
const folder = temporaryFolder();
const at = new Date('2026-11-23T02:00:00Z');
const key = newSigningKey({ from: new Date('2026-01-01'), until: new Date('2028-01-01') });
const signer = signerAt([key], at);
if (!signer.ok) throw new Error(signer.refusal.code);
const number = 'SZ-2026-7K3M9-QX2TB-04GHE/6';
const said = { n: number, k: 'decision', d: '2026-11-23', t: '欧***', a: '831240', h: 'x'.repeat(43) };
const statement = signStatement(signer.value, { type: 'suixing-letter', at, payload: said });

async function letter(): Promise<string> {
  const text = { zh: '测试', en: 'test' };
  const templateVersion = currentVersionOf('decision');
  const lists = { rows: [], lists: [], clauses: [], amountFen: '831240', remedies: null };
  const data = pageOf({
    ...{ kind: 'decision', title: text, office: text, number, issuedOn: '2026-11-23', language: 'zh' },
    ...{ content: { to: text, opening: text, closing: text, ...lists }, statement, templateVersion },
  });
  return kept('letter.pdf', (await press.print({ template: templateOf(templateVersion), data })).pdf);
}

function kept(name: string, bytes: Uint8Array | string): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

async function check(file: string, keys: string) {
  const stdout = new PassThrough();
  const words = (code: string) => ({
    text: { zh: code, en: code },
    next: { zh: code, en: code },
    kind: 'bad-input',
  });
  const shell = {
    ...({ lang: 'en', json: true, stdin: new PassThrough(), stdout, stderr: new PassThrough() } as const),
    ...{ config: {} as never, wording: words as never }, // the keys are named, and one wording does for every code
  };
  const exitCode = await verifyDocumentCommand(shell, { file, keys });
  return { exitCode, told: JSON.parse(String(stdout.read())) };
}

test('a letter is checked from its PDF, and is not genuine by keys that did not sign it', async () => {
  const file = await letter();
  const keys = kept('keys.json', JSON.stringify(keySetOf([key])));
  const genuine = await check(file, keys);
  expect(genuine.exitCode).toBe(0);
  expect(JSON.stringify(genuine.told)).toContain(number);
  const others = newSigningKey({ from: new Date('2026-01-01'), until: new Date('2028-01-01') });
  const foreign = await check(file, kept('foreign.json', JSON.stringify(keySetOf([others]))));
  expect(foreign.told).toMatchObject({ code: 'signing.unknown-key' });
});

test('a PDF without a code of ours, and a picture, are refused with what to do', async () => {
  const keys = kept('keys.json', JSON.stringify(keySetOf([key])));
  expect(await check(kept('other.pdf', testPdf()), keys)).toMatchObject({
    ...{ exitCode: 2, told: { code: 'cli.no-code-in-pdf' } },
  });
  const picture = kept('code.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d]));
  expect((await check(picture, keys)).told).toMatchObject({ code: 'cli.code-to-scan' });
});
