import { PassThrough } from 'node:stream';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { shanghaiTime } from '#basics';
import { statementSchema } from '#business/life-events/public';
import { readChange, readRecordEntry } from '#business/registry';
import { conclude, type Frame, show } from './frame.ts';
import { buildProgram } from './program.ts';

function frame(json: boolean): Frame & { readonly written: () => string } {
  const stdout = new PassThrough();
  const words = {
    kind: 'conflict',
    text: { zh: '有 {n} 项', en: '{n} of them' },
    next: { zh: '等', en: 'wait' },
  };
  return {
    ...{ lang: 'en', json, stdin: new PassThrough(), stdout, stderr: new PassThrough() },
    wording: () => words as never, // one wording for every code
    written: () => String(stdout.read()),
  };
}

test('a list of nothing says so to a person, and is an empty list to a program', () => {
  const [person, program] = [frame(false), frame(true)];
  for (const each of [person, program]) show(each, [], () => '');
  expect(person.written()).toBe('There is nothing to show.\n');
  expect(program.written()).toBe('[]\n');
});

test('a program is told a refusal whole: its code, figures, problems, sentence and next step', () => {
  const program = frame(true);
  const problems = [{ path: 'on', detail: { zh: '错', en: 'wrong' } }];
  const refusal = { code: 'x.y', figures: { n: 2 }, problems };
  expect(conclude(program, { ok: false, refusal }, () => '')).toBe(1);
  expect(JSON.parse(program.written())).toEqual({
    ...refusal,
    detail: { zh: '有 2 项', en: '2 of them' },
    next: { zh: '等', en: 'wait' },
  });
});

test('people read instants by the clock in Shanghai, with its offset', () => {
  expect(shanghaiTime(new Date('2026-06-30T16:00:05Z'))).toBe('2026-07-01 00:00:05 +08:00');
  expect(shanghaiTime('2026-06-30T10:00:00+08:00')).toBe('2026-06-30 10:00:00 +08:00');
});

test('every example of JSON in the help is one that its command reads', () => {
  const read: Readonly<Record<string, (json: string) => boolean>> = {
    'fact record': (json) => readRecordEntry(json).ok,
    'correction request': (json) => readChange(json).ok,
    'case report': (json) => statementSchema.safeParse(JSON.parse(json)).success,
  };
  for (const [path, reads] of Object.entries(read)) {
    const command = commandAt(path);
    const help = [command.description(), ...command.options.map(({ description }) => description)].join('\n');
    const examples = help.match(/\{.*?\}+/g) ?? [];
    expect(examples.length, path).toBeGreaterThan(0);
    for (const example of examples) expect(reads(example), example).toBe(true);
  }
});

function commandAt(path: string): Command {
  const input = { args: [], env: {}, ...frame(false) };
  return path.split(' ').reduce<Command>(
    (command, name) => {
      const found = command.commands.find((each) => each.name() === name);
      if (!found) throw new Error(`no command ${path}`);
      return found;
    },
    buildProgram(input, () => Promise.resolve()),
  );
}
