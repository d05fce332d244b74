import qrcode from 'qrcode-generator';

/** How much of a code may be lost: about 7 per cent with L, 15 with M; L has fewer and so, on the same paper, larger fields. */
export type ErrorCorrection = 'L' | 'M';

/** The dark and light fields of a QR code for a text of ASCII characters, row by row. */
export function qrMatrix(text: string, correction: ErrorCorrection = 'M'): readonly (readonly boolean[])[] {
  if (!/^[\x20-\x7e]+$/.test(text)) throw new Error('qrMatrix: a code of ours holds ASCII only');
  const code = qrcode(0, correction); // as large as the text needs
  code.addData(text, 'Byte');
  code.make();
  const fields = Array.from({ length: code.getModuleCount() }, (_, at) => at);
  return fields.map((row) => fields.map((column) => code.isDark(row, column)));
}

/** The dark fields as one path of a picture, with the four light fields around them that a reader needs, and how wide it is. */
export function qrPath(
  text: string,
  correction: ErrorCorrection = 'M',
): { readonly path: string; readonly size: number } {
  const matrix = qrMatrix(text, correction);
  const runs = matrix.flatMap((row, y) =>
    darkRuns(row).map(([x, length]) => `M${x + 4} ${y + 4}h${length}v1h-${length}z`),
  );
  return { path: runs.join(''), size: matrix.length + 8 };
}

/** The code as an SVG of one path. */
export function qrSvg(text: string, correction: ErrorCorrection = 'M'): string {
  const { path, size } = qrPath(text, correction);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path d="${path}"/></svg>`,
  ].join('');
}

/** Where dark fields begin in a row, and how many stand side by side. */
function darkRuns(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [at, dark] of row.entries()) {
    const last = runs.at(-1);
    if (dark && last && last[0] + last[1] === at) last[1] += 1;
    else if (dark) runs.push([at, 1]);
  }
  return runs;
}
