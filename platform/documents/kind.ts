import { accept, type Checked, refuseDocument } from './problem.ts';

export const documentKinds = ['pdf', 'jpeg', 'png'] as const;

export type DocumentKind = (typeof documentKinds)[number];

export const mediaTypes: Readonly<Record<DocumentKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** The ends that a file's name may have; the first is the one that we give. */
export const extensions: Readonly<Record<DocumentKind, readonly string[]>> = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
};

/** So many bytes tell what a file is. */
export const kindBytes = 1024;

/** What a file is, by its first bytes: of a kind that is taken, or why not. */
export function kindOf(start: Uint8Array): Checked<DocumentKind> {
  if (start.length === 0) return refuseDocument('empty');
  const head = Buffer.from(start.buffer, start.byteOffset, Math.min(start.length, kindBytes));
  const text = head.toString('latin1');
  if (text.startsWith('%PDF-')) return accept('pdf');
  if (text.startsWith('\xff\xd8\xff')) return accept('jpeg');
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return accept('png');
  if (isOtherPicture(text)) return refuseDocument('not-a-photo-we-take');
  if (text.startsWith('PK\x03\x04') || text.startsWith('\xd0\xcf\x11\xe0'))
    return refuseDocument('office-file');
  if (isMarkup(head)) return refuseDocument('web-page');
  return refuseDocument('unknown-type');
}

/** HEIC, AVIF and their like (ISO base media files), GIF, WebP, TIFF, BMP. */
function isOtherPicture(text: string): boolean {
  if (text.slice(4, 8) === 'ftyp') return true;
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return true;
  return ['GIF8', 'II*\0', 'MM\0*', 'BM'].some((mark) => text.startsWith(mark));
}

/** SVG, HTML, XML, also behind a byte order mark or in UTF-16. */
function isMarkup(head: Buffer): boolean {
  const plain = head
    .toString('latin1')
    .replace(/\0/g, '')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  return /^\s*<(?:!|\?|[a-z])/i.test(plain);
}
