import { PassThrough } from 'node:stream';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { processes } from '#apps/agency';
import { transferProcesses } from '#business/transfer';
import { actionLines, commandOf } from './case-commands.ts';
import { buildProgram } from './program.ts';
import { transferActionLines, transferCommandOf } from './transfer-commands.ts';

const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
const program = buildProgram({ args: [], env: {}, ...streams }, () => Promise.resolve());
const [number, officers] = ['SZ-1', ['clerk', 'reviewer', 'finance']];

/** `transfer show` shows transfers. */
const shown = Object.values(processes).filter(({ id }) => !(id in transferProcesses));
const actions = [
  ...new Set(
    shown.flatMap((process) =>
      Object.entries(process.actions).flatMap(([action, { who, automatic }]) =>
        automatic !== true && who.some((one) => officers.includes(one)) ? [action] : [],
      ),
    ),
  ),
];

test('every action that `case show` offers an officer is shown by the command that does it', () => {
  const without = actions.filter((action) => commandOf(action, { number, succession: false }) === action);
  expect(without).toEqual([]);
});

test('each command that `case show` names exists and takes what is shown after it', () => {
  for (const succession of [false, true])
    for (const action of actions) {
      const written = commandOf(action, { number, succession });
      expectTaken(written);
    }
});

test('every action that `transfer show` offers is shown by a command that exists and takes what is shown after it', () => {
  const declared = Object.values(transferProcesses).flatMap((process) => Object.entries(process.actions));
  const offered = declared.flatMap(([action, { automatic }]) => (automatic === true ? [] : [action]));
  for (const action of new Set(offered)) {
    const written = transferCommandOf(action, number);
    expect(written, action).not.toBe(action);
    expectTaken(written);
    const [, group, ...words] = written.split(' ');
    if (group !== 'transfer') continue;
    const { options } = walk(program, [group, ...words]).command;
    expect(
      options.map(({ long }) => long),
      written,
    ).toContain('--seen');
  }
});

test('what a transfer shows to be done is done on what was shown: the steps that were seen, and the sheet', () => {
  const name = { zh: '接续缴费年限', en: 'Record the months' };
  const may = (action: string) => ({ action, name, allowed: true, code: null, why: null });
  const view = { number, seen: 4, actions: [may('record-months'), may('take-over')] };
  expect(transferActionLines({ lang: 'en' }, { ...view, sheet: { messageId: 'msg_7' } })).toEqual([
    '  → suixing transfer record SZ-1 --reason TEXT --sheet msg_7 --seen 4  Record the months',
    '  → suixing case take SZ-1  Record the months',
  ]);
});

test('a case after a death points to its heirs, and what may not be done is not shown', () => {
  const name = { zh: '填写收款账户', en: 'Name the payee’s account' };
  const view = { number, actions: [{ action: 'name-payee', name, allowed: true }] };
  expect(actionLines({ lang: 'en' }, { ...view, succession: true })).toEqual([
    '  → suixing case heirs list SZ-1  the heirs, their shares and what each says',
    '  → suixing case heirs payee SZ-1 HEIR  Name the payee’s account',
  ]);
  expect(actionLines({ lang: 'zh' }, { ...view, succession: false })).toEqual([
    '  → suixing case payee SZ-1  填写收款账户',
  ]);
  const none = [{ action: 'settle', name, allowed: false }];
  expect(actionLines({ lang: 'zh' }, { number, succession: false, actions: none })).toEqual([]);
});

function expectTaken(written: string): void {
  const { command, rest } = walk(program, written.split(' ').slice(1));
  const options = rest.filter((word) => word.startsWith('--'));
  const plain = options.length > 0 ? rest.slice(0, rest.indexOf(options[0] ?? '')) : rest;
  expect(plain.length, written).toBe(command.registeredArguments.filter(({ required }) => required).length);
  const needed = command.options.filter(({ mandatory }) => mandatory).map(({ long }) => long);
  expect(options, written).toEqual(needed);
}

function walk(from: Command, words: readonly string[]): { command: Command; rest: readonly string[] } {
  const [word, ...rest] = words;
  const next = from.commands.find((each) => each.name() === word);
  return next ? walk(next, rest) : { command: from, rest: words };
}
