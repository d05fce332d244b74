import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { catalogues, chineseHelp } from './chinese-help/all.ts';
import { buildProgram, runProgram } from './program.ts';

function input(args: readonly string[], env: Record<string, string> = {}) {
  return { args, env, stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
}

async function told(args: readonly string[], env: Record<string, string> = {}) {
  const given = input(args, env);
  const code = await runProgram(given);
  given.stdout.end();
  given.stderr.end();
  return { code, out: await text(given.stdout), err: await text(given.stderr) };
}

function allCommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

const everything = allCommands(buildProgram(input([]), () => Promise.resolve()));

const english = everything.flatMap((command) => [
  command.description(),
  command.summary(),
  ...command.options.map(({ description }) => description),
  ...command.registeredArguments.map(({ description }) => description),
]);

test('every command says what it does', () => {
  const silent = everything
    .filter((command) => command.description() === '')
    .map((command) => command.name());
  expect(silent).toEqual([]);
});

test('every word of the help exists in Chinese', () => {
  // Lists of codes are written the same in both languages.
  const missing = english.filter((each) => /[a-z] [a-z]/.test(each) && !Object.hasOwn(chineseHelp, each));
  expect(missing).toEqual([]);
});

test('no Chinese help is left over from a text that is gone', () => {
  expect(Object.keys(chineseHelp).filter((each) => !english.includes(each))).toEqual([
    'how a command is used',
  ]);
});

test('no text of the help stands in two Chinese catalogues', () => {
  const all = catalogues.flatMap(Object.keys);
  expect(all.filter((each, at) => all.indexOf(each) !== at)).toEqual([]);
});

test.each([
  ['the option', ['--lang', 'zh', 'case', '--help'], {}],
  ['the option with a sign', ['case', '--help', '--lang=zh'], {}],
  ['the setting', ['help', 'case'], { SUIXING_LANG: 'zh' }],
  ['the system', ['case', '--help'], { LANG: 'zh_CN.UTF-8' }],
])('the help is Chinese where %s says so', async (_what, args, env) => {
  const { code, out } = await told(args, env);
  expect(code).toBe(0);
  expect(out).toContain('用法： suixing case [选项] [命令]');
  expect(out).toMatch(/^ {2}open \[选项\] .*代人提出申请/m);
  expect(out).not.toMatch(/Usage|Options|Commands|withdrawals/);
});

test('the help is English where that is asked for', async () => {
  const { out } = await told(['case', '--help'], { SUIXING_LANG: 'en' });
  expect(out).toContain('Usage: suixing case');
  expect(out).not.toMatch(/\p{Script=Han}/u);
});

test.each([
  [['nosuch'], '没有“nosuch”这个命令。'],
  [['cases'], '没有“cases”这个命令。\n（是不是想写 case？）'],
  [['case', 'show'], '缺少参数“number”。'],
  [['case', 'list', '--nosuch'], '没有“--nosuch”这个选项。'],
  [['case', 'return', 'SZ-1'], '缺少必需的选项“--reason <text>”。'],
  [['--lang', 'fr', 'whoami'], '选项“--lang <language>”的值“fr”不对，可以用：zh, en。'],
  [['whoami', 'me'], '参数太多。'],
])('a wrong command line is answered in Chinese and ends with 2: %j', async (args, says) => {
  const { code, out, err } = await told(args, { SUIXING_LANG: 'zh' });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(says);
  expect(err).toContain('npx suixing help');
});

test('the version is the package’s', async () => {
  const { code, out } = await told(['--version']);
  expect({ code, out: out.trim() }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+/) });
});
