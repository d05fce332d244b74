import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testRandom } from '#platform/testing';
import { byteReader } from './byte-reader.ts';
import { isChunkFault } from './chunk-fault.ts';
import { openChunks, sealChunks } from './sealed-chunks.ts';

const fileKey = testRandom(1)(32);
const sealedLength = 64 * 1024 + 16;

async function* pieces(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

async function seal(...parts: readonly Uint8Array[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(sealChunks(pieces(...parts), fileKey)));
}

async function open(...parts: readonly Uint8Array[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(openChunks(byteReader(pieces(...parts)), fileKey)));
}

async function codeOf(bytes: Uint8Array): Promise<unknown> {
  const error = await open(bytes).catch((caught: unknown) => caught);
  return isChunkFault(error) ? error.what : error;
}

/** Three chunks and a bit. */
const plain = Buffer.from(testRandom(2)(3 * 64 * 1024 + 100));

describe('What was sealed', () => {
  test('opens as it was, whatever pieces it came in and is read in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 90_000, size: 'max' }), { maxLength: 6 }),
        fc.integer({ min: 500, max: 100_000 }), // a stream does not come byte by byte, and half a million pieces take long
        async (parts, length) => {
          const sealed = await seal(...parts);
          const cut = Array.from({ length: Math.ceil(sealed.length / length) }, (_, at) =>
            sealed.subarray(at * length, (at + 1) * length),
          );
          expect((await open(...cut)).equals(Buffer.concat(parts))).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('Tampering is found', () => {
  test('a byte that was changed, in any chunk', async () => {
    const sealed = await seal(plain);
    for (const at of [0, 1000, sealedLength - 1, sealedLength, 2 * sealedLength + 5, sealed.length - 1]) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await codeOf(altered), `byte ${at}`).toBe('damaged');
    }
  });

  test('two chunks that changed places, one that comes twice, one that is left out', async () => {
    const sealed = await seal(plain);
    const [a, b, c] = [0, 1, 2].map((n) => sealed.subarray(n * sealedLength, (n + 1) * sealedLength));
    const rest = sealed.subarray(3 * sealedLength);
    if (!a || !b || !c) throw new Error('there are three whole chunks');
    expect(await codeOf(Buffer.concat([b, a, c, rest]))).toBe('damaged');
    expect(await codeOf(Buffer.concat([a, b, b, c, rest]))).toBe('damaged');
    expect(await codeOf(Buffer.concat([a, c, rest]))).toBe('damaged');
  });

  test('an end that was cut off, between chunks and within one, or everything', async () => {
    const sealed = await seal(plain);
    for (const length of [sealedLength, 2 * sealedLength, 3 * sealedLength, 0])
      expect(await codeOf(sealed.subarray(0, length)), `${length} bytes`).toBe('incomplete');
    for (const length of [100_000, sealedLength - 1, sealed.length - 1])
      expect(await codeOf(sealed.subarray(0, length)), `${length} bytes`).toBe('damaged');
  });

  test('something that was put after the end', async () => {
    expect(await codeOf(Buffer.concat([await seal(plain), Buffer.from('more')]))).toMatch(
      /^(damaged|incomplete)$/,
    );
    expect(await codeOf(Buffer.concat([await seal(plain), await seal(plain)]))).toBe('damaged');
  });
});
