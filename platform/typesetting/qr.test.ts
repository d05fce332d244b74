import fc from 'fast-check';
import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { qrMatrix, qrSvg } from './qr.ts';

test('a reader reads from the picture what was put into it, whatever its length', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'abcXYZ0189._-'), minLength: 1, maxLength: 700 }),
      (text) => {
        expect(read(qrMatrix(text))).toBe(text);
      },
    ),
    { numRuns: 25 },
  );
});

test('the picture has the light border that readers need, and one dark field for each of the code', () => {
  const svg = qrSvg('suixing');
  const matrix = qrMatrix('suixing');
  const size = matrix.length + 8;
  expect(svg).toContain(`viewBox="0 0 ${size} ${size}"`);
  const drawn = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].map(([, x, y, length]) =>
    [x, y, length].map(Number),
  );
  expect(drawn.reduce((sum, [, , length = 0]) => sum + length, 0)).toBe(matrix.flat().filter(Boolean).length);
  for (const [x = 0, y = 0, length = 0] of drawn) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
    expect(matrix[y - 4]?.slice(x - 4, x - 4 + length).every(Boolean)).toBe(true);
  }
});

test('a text with other than plain characters is a fault: what a reader makes of it depends on the reader', () => {
  expect(() => qrMatrix('张三')).toThrow('ASCII only');
  expect(() => qrMatrix('')).toThrow('ASCII only');
});

/** By somebody else's reader, from pixels. */
function read(matrix: readonly (readonly boolean[])[]): string | undefined {
  const [scale, border] = [3, 4];
  const size = (matrix.length + 2 * border) * scale;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1)
      if (matrix[Math.floor(y / scale) - border]?.[Math.floor(x / scale) - border])
        pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  return jsQR.default(pixels, size, size)?.data;
}
