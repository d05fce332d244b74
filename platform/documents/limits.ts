/** What a picture may come to when it is opened: a telephone's largest photograph fits, a flood does not. */
export const pixelsAtMost = 110_000_000;
export const sideAtMost = 30_000;

/** What a picture's rows, or a document's parts, may inflate to, each and together. */
export const rowBytesAtMost = 450_000_000;
export const partBytesAtMost = 64_000_000;
export const allPartsBytesAtMost = 512_000_000;

export function tooManyPixels(width: number, height: number): boolean {
  return width > sideAtMost || height > sideAtMost || width * height > pixelsAtMost;
}
