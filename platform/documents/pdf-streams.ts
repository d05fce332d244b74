import { inflate } from './inflate.ts';
import { allPartsBytesAtMost, partBytesAtMost, tooManyPixels } from './limits.ts';
import { dangerIn, plainNames } from './pdf-names.ts';
import type { DocumentProblem } from './problem.ts';

/** One stream of a PDF: its dictionary's text, and where its data lie. */
export interface PdfStream {
  readonly dictionary: string;
  readonly from: number;
  readonly to: number;
}

/** Inflates what is deflated, within limits, and looks into what it holds; answers what is wrong, if anything. */
export async function inflateStreams(
  held: Buffer,
  streams: readonly PdfStream[],
): Promise<DocumentProblem | null> {
  let left = allPartsBytesAtMost;
  for (const stream of streams) {
    const wrong = problemOf(stream.dictionary);
    if (wrong) return wrong;
    if (!deflated(stream.dictionary)) continue;
    const seen = await lookInto(held, stream, Math.min(left, mayComeTo(stream.dictionary)));
    if (seen.problem) return seen.problem;
    left -= seen.bytes;
  }
  return null;
}

async function lookInto(
  held: Buffer,
  { dictionary, from, to }: PdfStream,
  atMost: number,
): Promise<{ readonly bytes: number; readonly problem: DocumentProblem | null }> {
  const picture = isPicture(dictionary);
  let problem: DocumentProblem | null = null;
  let carried = '';
  const look = (piece: Buffer): void => {
    const text = carried + piece.toString('latin1');
    problem ??= dangerIn(plainNames(text), { everywhere: !holdsObjects(dictionary) });
    carried = text.slice(-64); // a name may be cut between two pieces
  };
  const { bytes, end } = await inflate([held.subarray(from, to)], picture ? { atMost } : { atMost, look });
  if (end === 'too-much') return { bytes, problem: 'inflates-too-much' };
  if (problem) return { bytes, problem };
  // Readers show what they can of a damaged picture; objects that only some of them can read are another matter.
  return { bytes, problem: end === 'cut' && holdsObjects(dictionary) ? 'malformed' : null };
}

/** What can be told from the dictionary alone. */
function problemOf(dictionary: string): DocumentProblem | null {
  const filters = filtersOf(dictionary);
  if (filters.includes('Crypt')) return 'encrypted';
  if (filters.filter((filter) => filter === 'FlateDecode').length > 1) return 'inflates-too-much';
  // Objects behind another filter could not be looked at.
  if (holdsObjects(dictionary) && filters.join(' ') !== 'FlateDecode' && filters.length > 0)
    return 'malformed';
  if (holdsObjects(dictionary) && /\/F(?:ilter)?[\s\0]+\d+[\s\0]+\d+[\s\0]+R/.test(dictionary))
    return 'malformed';
  const [width, height] = [numberOf(dictionary, 'Width'), numberOf(dictionary, 'Height')];
  return isPicture(dictionary) && tooManyPixels(width, height) ? 'too-many-pixels' : null;
}

/** The filters in their order, by their long names. */
function filtersOf(dictionary: string): readonly string[] {
  const told = /\/Filter[\s\0]*(\[[^\]]*\]|\/[A-Za-z0-9]+)/.exec(dictionary)?.[1] ?? '';
  return [...told.matchAll(/\/([A-Za-z0-9]+)/g)].map(([, name = '']) =>
    name === 'Fl' ? 'FlateDecode' : name,
  );
}

function deflated(dictionary: string): boolean {
  return filtersOf(dictionary)[0] === 'FlateDecode';
}

function holdsObjects(dictionary: string): boolean {
  return /\/ObjStm(?![A-Za-z0-9])/.test(dictionary);
}

function isPicture(dictionary: string): boolean {
  return /\/Subtype[\s\0]*\/Image(?![A-Za-z0-9])/.test(dictionary);
}

/** A picture may come to eight bytes a pixel (four colours of sixteen bits), anything else to one limit. */
function mayComeTo(dictionary: string): number {
  if (!isPicture(dictionary)) return partBytesAtMost;
  return Math.max(1_000_000, numberOf(dictionary, 'Width') * numberOf(dictionary, 'Height') * 8);
}

function numberOf(dictionary: string, name: 'Width' | 'Height'): number {
  return Number(new RegExp(`/${name}[\\s\\0]+(\\d{1,9})`).exec(dictionary)?.[1] ?? 0);
}
