/** A rough reader of TypeScript: enough to tell code from strings and comments, without a compiler. */
export interface Scanned {
  /** The text with the inside of strings, comments and regular expressions replaced by blanks; offsets are kept. */
  readonly code: string;
  readonly strings: readonly Literal[];
}

export interface Literal {
  /** Offset of the opening quote. */
  readonly start: number;
  /** Offset behind the closing quote. */
  readonly end: number;
  /** What stands between the quotes, escapes and all. */
  readonly text: string;
}

type Kind = 'string' | 'comment' | 'pattern';
interface Piece extends Literal {
  readonly kind: Kind;
}

export function scan(text: string): Scanned {
  const strings: Literal[] = [];
  let code = '';
  let at = 0;
  while (at < text.length) {
    const piece = pieceAt(text, at, code);
    if (!piece) {
      code += text.charAt(at);
      at += 1;
      continue;
    }
    if (piece.kind === 'string') strings.push(piece);
    code += blanked(text.slice(at, piece.end), piece.kind);
    at = piece.end;
  }
  return { code, strings };
}

function pieceAt(text: string, at: number, before: string): Piece | null {
  const here = text.charAt(at);
  if (here === '"' || here === "'" || here === '`') return quoted(text, at, here);
  if (here !== '/') return null;
  const next = text.charAt(at + 1);
  if (next === '/') return piece(text, at, lineEnd(text, at), 'comment');
  if (next === '*') return piece(text, at, endOf(text, '*/', at + 2), 'comment');
  return opensPattern(before) ? pattern(text, at) : null;
}

/** A template counts as one string with its placeholders, however deep they nest. */
function quoted(text: string, start: number, quote: string): Piece {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== quote) {
    if (text.charAt(at) === '\\') at += 2;
    else if (quote === '`' && text.startsWith('${', at)) at = placeholderEnd(text, at + 2);
    else if (quote !== '`' && text.charAt(at) === '\n') break;
    else at += 1;
  }
  return piece(text, start, at + 1, 'string');
}

function placeholderEnd(text: string, start: number): number {
  let depth = 1;
  let at = start;
  while (at < text.length && depth > 0) {
    const here = text.charAt(at);
    if (here === '"' || here === "'" || here === '`') {
      at = quoted(text, at, here).end;
      continue;
    }
    if (here === '{') depth += 1;
    if (here === '}') depth -= 1;
    at += 1;
  }
  return at;
}

/** A slash begins a regular expression where no value can stand before it. */
function opensPattern(before: string): boolean {
  return /(^|[(,=:[!&|?{};+\n>]|\breturn|\bcase)\s*$/.test(before.slice(-80));
}

function pattern(text: string, start: number): Piece | null {
  let inClass = false;
  for (let at = start + 1; at < text.length; at += 1) {
    const here = text.charAt(at);
    if (here === '\n') return null;
    if (here === '\\') at += 1;
    else if (here === '[') inClass = true;
    else if (here === ']') inClass = false;
    else if (here === '/' && !inClass) return piece(text, start, at + 1, 'pattern');
  }
  return null;
}

function piece(text: string, start: number, end: number, kind: Kind): Piece {
  return { start, end, text: text.slice(start + 1, end - 1), kind };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function endOf(text: string, closing: string, from: number): number {
  const end = text.indexOf(closing, from);
  return end === -1 ? text.length : end + closing.length;
}

function blanked(text: string, kind: Kind): string {
  if (kind === 'comment') return text.replace(/[^\n]/g, ' ');
  return text.charAt(0) + text.slice(1, -1).replace(/[^\n]/g, ' ') + text.charAt(text.length - 1);
}
