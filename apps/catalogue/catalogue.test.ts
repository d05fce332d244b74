import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';

test('every list of refusals in the product is in the catalogue', async () => {
  const missing: string[] = [];
  for await (const file of glob('{engines,business,platform,apps}/*/refusals.ts')) {
    const codes = [...readFileSync(file, 'utf8').matchAll(/^ {2}'([\w-]+\.[\w.-]+)':\s*\{/gm)].map(
      (match) => match[1],
    );
    missing.push(
      ...codes.filter((code) => code !== undefined && !Object.hasOwn(catalogue, code)).map(String),
    );
  }
  expect(missing).toEqual([]);
});

test('every refusal says in both languages what happened and what to do next', () => {
  for (const [code, { text, next }] of Object.entries(catalogue)) {
    for (const sentence of [text.zh, text.en, next.zh, next.en]) expect(sentence.trim(), code).not.toBe('');
  }
});
