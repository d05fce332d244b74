import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testScanner } from '#platform/testing';
import { clamdScanner, type ScanVerdict } from './clamd.ts';

const simulated = await testScanner({ finds: 'MARKED' });
const scanner = clamdScanner(simulated.address, 10_000);
/** Waits for as long as nobody answers. Where somebody does, a busy machine takes its time. */
const impatient = clamdScanner(simulated.address, 150);
afterAll(() => simulated.stop());
beforeEach(() => {
  simulated.manner = { finds: 'MARKED' };
});

async function* pieces(text: string, times = 1): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < times; done += 1) yield Buffer.from(text);
}

async function under(
  manner: typeof simulated.manner,
  { by = scanner, times = 4 }: { readonly by?: typeof scanner; readonly times?: number } = {},
): Promise<ScanVerdict> {
  simulated.manner = manner;
  return by.scan(pieces('x'.repeat(100_000), times));
}

describe('A virus scanner', () => {
  test('that finds nothing says so, over many pieces and an empty one', async () => {
    async function* mixed(): AsyncGenerator<Uint8Array> {
      yield* pieces('clean', 300);
      yield new Uint8Array();
      yield* pieces('clean');
    }
    expect(await scanner.scan(mixed())).toEqual({ outcome: 'clean' });
  });

  test('that finds something names it', async () => {
    expect(await scanner.scan(pieces('a MARKED paper'))).toEqual({
      outcome: 'infected',
      signature: 'Test.Found-1',
    });
  });

  test('that errs, hangs up, stays silent, reads nothing, refuses the length or is not there has not said clean', async () => {
    expect(await under('errs')).toEqual({ outcome: 'failed', why: 'error' });
    expect(await under('hangs-up')).toEqual({ outcome: 'failed', why: 'error' });
    expect(await under('stays-silent', { by: impatient })).toEqual({ outcome: 'failed', why: 'silent' });
    expect(await under('reads-nothing', { by: impatient, times: 200 })).toEqual({
      outcome: 'failed',
      why: 'silent',
    });
    expect(await under('refuses-the-length')).toEqual({ outcome: 'failed', why: 'length-refused' });
    const nobody = clamdScanner({ path: '/nonexistent/clamd.sock' }, 150);
    expect(await nobody.scan(pieces('x'))).toEqual({ outcome: 'failed', why: 'unreachable' });
  });
});
