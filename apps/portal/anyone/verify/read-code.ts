import jsQR from 'jsqr';

/** How wide a picture is looked at, one after the other: a photograph of a whole page needs more than one of the code alone. */
const widths = [1_400, 900, 2_200, 600];

export type Read = { readonly text: string } | 'no-code' | 'no-picture';

/** The text of the code on a picture, read here: the picture is sent nowhere. */
export async function readCode(file: Blob): Promise<Read> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return 'no-picture';
  for (const width of widths) {
    const found = codeAt(picture, Math.min(1, width / picture.width));
    if (found) return { text: found };
  }
  return 'no-code';
}

function codeAt(picture: ImageBitmap, scale: number): string | undefined {
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  if (!drawing) return undefined;
  drawing.imageSmoothingQuality = 'high';
  drawing.fillStyle = '#fff'; // a transparent ground counts as paper
  drawing.fillRect(0, 0, width, height);
  drawing.drawImage(picture, 0, 0, width, height);
  return jsQR.default(drawing.getImageData(0, 0, width, height).data, width, height)?.data;
}
