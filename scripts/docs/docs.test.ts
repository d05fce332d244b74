import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { variables } from '#platform/config';
import { generateEnvironmentDocs } from './environment.ts';
import { generateAll } from './generate-all.ts';
import { generateRefusalDocs } from './refusals.ts';

test('every variable is in .env.example, commented out, with its meaning in both languages', () => {
  const text = generateEnvironmentDocs()['.env.example'] ?? '';
  for (const { name, meaning } of Object.values(variables)) {
    expect(text).toContain(`# ${meaning.zh}\n# ${meaning.en}\n`);
    expect(text).toMatch(new RegExp(`^# ${name}=`, 'm'));
  }
  expect(text).not.toMatch(/^SUIXING_/m);
});

test('every refusal is documented with its kind, both texts and what to do next', async () => {
  const text = (await generateRefusalDocs())['docs/refusals.md'] ?? '';
  expect(text).toContain('### `config.invalid`\n\n*bad-input: ');
  expect(text).toMatch(/- 环境变量的设置有误.*\.env\.example/);
  expect(text).toMatch(/- The environment variables are not right.*Correct what is listed/);
});

test('every generator beside this file is called', async () => {
  const files = [...(await generateAll(dirname(import.meta.filename))).keys()];
  expect(files).toEqual(expect.arrayContaining(['.env.example', 'docs/refusals.md']));
});
