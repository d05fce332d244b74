import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { catalogue } from '#apps/catalogue';
import type { Advance } from '#apps/demo';
import { plainDate } from '#basics';
import { concludeAdvance } from './demo.ts';

/** As the import tells it. */
const gap = (on: string) => ({ on, opening: '900.00', before: '2026-06-30', ended: '1,000.00' });

const advance: Advance = {
  ...{ from: plainDate('2026-07-01'), to: plainDate('2026-07-03') },
  agencies: [
    {
      ...{ region: '440300', settled: 4, answered: 1 },
      refused: [
        {
          file: '/data/camt.053-20260702.xml',
          refusal: { code: 'payments.statement-gap', figures: gap('2026-07-02') },
        },
        {
          file: '/data/camt.053-20260703.xml',
          refusal: { code: 'payments.statement-gap', figures: gap('2026-07-03') },
        },
      ],
    },
    { region: '510100', settled: 1, answered: 0, refused: [] },
  ],
};

async function told(json: boolean) {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const words: Readonly<Record<string, (typeof catalogue)['payments.statement-gap']>> = catalogue;
  const frame = { ...streams, lang: 'en' as const, json, wording: (code: string) => words[code] };
  const code = concludeAdvance(frame, { ok: true, value: advance });
  streams.stdout.end();
  streams.stderr.end();
  return { code, out: await text(streams.stdout), err: await text(streams.stderr) };
}

test('a file of the bank that the demo refuses is told in words, once for all files that it met, with what to do', async () => {
  const { code, out, err } = await told(false);
  expect(code).toBe(1);
  expect(out).toContain('Shenzhen 440300: 4 cases settled');
  expect(out).toContain('Chengdu 510100: 1 cases settled');
  expect(err).toContain('suixing payments import FILE');
  expect(err.match(/\(payments\.statement-gap\)/g)).toHaveLength(1);
  expect(err).toContain('20260702.xml');
  expect(err).toContain('20260703.xml');
  expect(err).not.toContain('{');
});

test('for a program the refused files of the bank stand beside what happened, in one value', async () => {
  const { code, out, err } = await told(true);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(JSON.parse(out)).toMatchObject({
    agencies: [
      {
        settled: 4,
        refused: [{ refusal: { code: 'payments.statement-gap', next: { en: expect.any(String) } } }, {}],
      },
      { region: '510100' },
    ],
  });
});
