/** What comes in by standard input and flags is judged before anything is opened, as strictly as over HTTP. */
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { catalogue } from '#apps/catalogue';
import type { RefusalWording } from '#basics';
import type { Caller } from '#business/access/public';
import { setPayee } from './case.ts';
import { requestCorrectionOf } from './corrections.ts';
import { beginDraftFor } from './drafts.ts';
import { askForAccountOf } from './estates.ts';
import type { ExitCode, Frame } from './frame.ts';
import { addHeirOf, useHeirLink } from './heirs.ts';
import { reportCase } from './life-event.ts';
import { runProgram } from './program.ts';
import { recordFactOf } from './registry.ts';

const unused = {} as never; // refused before anything is asked of the agency
const desk = { agency: unused, caller: unused as Caller, number: 'SZ-1', personId: 'psn_1', owner: 'psn_1' };
const words: Readonly<Record<string, RefusalWording>> = catalogue;

async function told(written: string, command: (frame: Frame) => Promise<ExitCode>) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const wording = (code: string) => words[code];
  const stdin = Readable.from([Buffer.from(written)]);
  const code = await command({ lang: 'en', json: false, stdin, stdout, stderr, wording });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

const half = '{"name":"\\ud83d"}';

test.each<[string, (frame: Frame) => Promise<ExitCode>]>([
  ['an heir', (frame) => addHeirOf(frame, desk)],
  ['what comes by an heir’s link', (frame) => useHeirLink(frame, unused)],
  ['a payee', (frame) => setPayee(frame, desk)],
  ['a draft', (frame) => beginDraftFor(frame, desk)],
  [
    'a correction',
    (frame) => requestCorrectionOf(frame, { ...desk, reason: 'x', paperReference: 'x', wishId: null }),
  ],
  ['a question after an account', (frame) => askForAccountOf(frame, unused)],
  [
    'a reported matter',
    (frame) => reportCase(frame, { ...desk, statement: half, papers: [], anyway: false }),
  ],
  ['a fact', (frame) => recordFactOf(frame, { ...desk, entry: half, paperReference: 'x', days: {} })],
])('half of a character is refused in %s by the command line', async (_what, command) => {
  const { code, out, err } = await told(half, command);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('name: It holds half of a character');
});

test('an heir written wrongly is told everything that is wrong at once', async () => {
  const written = '{"nam":"Zhang Xiaoming","relation":"son","bornOn":"2026-13-01"}';
  const { code, err } = await told(written, (frame) => addHeirOf(frame, desk));
  expect(code).toBe(2);
  for (const says of [
    'name: ',
    'relation: ',
    '"child"',
    'day of birth (bornOn): a day, written',
    'reference of the paper (paperReference): ',
    '"nam"',
  ])
    expect(err).toContain(says);
});

test('the help of adding an heir shows an heir that is taken', async () => {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  await runProgram({ args: ['--lang', 'en', 'case', 'heirs', 'add', '--help'], env: {}, ...streams });
  streams.stdout.end();
  const [example = ''] = /\{.*\}/s.exec((await text(streams.stdout)).replace(/\s+/g, ' ')) ?? [];
  const { err } = await told(example, (frame) => addHeirOf(frame, desk).catch(() => 0));
  expect(err).toBe('');
});

test.each([['\ud83d'], ['x\u0000']])(
  'a flag that holds what no text may hold is refused: %j',
  async (reason) => {
    const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
    const args = ['--lang', 'en', 'case', 'return', 'SZ-1', '--reason', reason];
    const code = await runProgram({ args, env: {}, ...streams });
    streams.stderr.end();
    expect(code).toBe(2);
    expect(await text(streams.stderr)).toContain('The value of --reason is not right');
  },
);
