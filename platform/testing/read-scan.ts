import jsQR from 'jsqr';

/**
 * What a reader of somebody else's makes of a code (with the four light fields around it) that is so many dots of a scanner wide and lies
 * so far from where its dots begin: each dot is as grey as much of it is dark.
 */
export function readScan(
  matrix: readonly (readonly boolean[])[],
  { dots, shifted }: { readonly dots: number; readonly shifted: number },
): string | undefined {
  const [size, parts, border] = [Math.ceil(dots) + 40, 4, 20 + shifted];
  const fields = matrix.length + 8;
  const fieldAt = (dot: number, part: number) =>
    Math.floor(((dot + (part + 0.5) / parts - border) / dots) * fields) - 4;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  const each = Array.from({ length: parts }, (_, part) => part);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const dark = each.flatMap((a) =>
        each.filter((b) => matrix[fieldAt(y, a)]?.[fieldAt(x, b)] === true),
      ).length;
      pixels.fill(255 - (255 * dark) / parts ** 2, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  return jsQR.default(pixels, size, size)?.data;
}
