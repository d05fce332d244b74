import { cleanJpeg } from './jpeg.ts';
import type { DocumentKind } from './kind.ts';
import { kindOf } from './kind.ts';
import { checkPdf } from './pdf.ts';
import { cleanPng } from './png.ts';
import type { Checked } from './problem.ts';
import { refuseDocument } from './problem.ts';

/** A document that was looked through from its first byte to its last, without what it need not tell. */
export interface CleanDocument {
  readonly kind: DocumentKind;
  /** The bytes to be kept, in order; parts of what was given, so that nothing is copied. */
  readonly pieces: readonly Uint8Array[];
  /** What was left out: `exif`, `xmp`, `comment`, `text`, `trailer` … */
  readonly removed: readonly string[];
  /** Pictures only. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/**
 * Looks through an uploaded document and takes the metadata of pictures out, without decoding or encoding them anew. By its
 * content alone: what it is called counts for nothing. Refuses what is damaged, what hides another file, what would blow up
 * when it is opened, and what would do something by itself.
 */
export async function inspectDocument(bytes: Uint8Array): Promise<Checked<CleanDocument>> {
  const kind = kindOf(bytes);
  if (!kind.ok) return kind;
  switch (kind.value) {
    case 'jpeg':
      return cleanJpeg(bytes);
    case 'png':
      return cleanPng(bytes);
    case 'pdf':
      return checkPdf(bytes);
    default:
      return refuseDocument('unknown-type');
  }
}
