import { type Literal, type Scanned, scan } from './scan.ts';
import { type Files, lineAt, sources, type Violation } from './violation.ts';

const han = /\p{Script=Han}/u;
/** People think in yuan; the machine's figures stay fen. */
const inFen = /\} ?(?:分(?![钟之份页别钱])|fen\b)/;

/** Every sentence for people exists in Chinese and in English, and each is in its own language, with its own marks. */
export function checkTexts(files: Files): readonly Violation[] {
  return sources(files)
    .filter(([path]) => !path.startsWith('scripts/check/'))
    .flatMap(([path, text]) => checkFile(path, text));
}

function checkFile(path: string, text: string): readonly Violation[] {
  const scanned = scan(text);
  const complaints = [...scanned.code.matchAll(/\b(zh|en)\s*:\s*(?=['"`])/g)].flatMap((match) => {
    const language = match[1] === 'zh' ? 'zh' : 'en';
    const literal = scanned.strings.find(({ start }) => start === match.index + match[0].length);
    const says =
      literal && (wordingComplaint(language, literal) ?? partnerComplaint(language, literal, scanned));
    return says ? [{ path, line: lineAt(text, match.index), says }] : [];
  });
  return complaints;
}

function wordingComplaint(language: 'zh' | 'en', { text }: Literal): string | null {
  const words = text.replaceAll(/\$?\{[^}]*\}/g, '');
  if (inFen.test(text)) return `${language}: tells an amount in fen; say yuan (showYuan)`;
  if (text.trim() === '') return `${language}: is empty`;
  if (language === 'en' && han.test(words)) return 'en: contains Chinese characters';
  if (language === 'zh' && /[a-z]{2}/i.test(words) && !han.test(words))
    return 'zh: contains no Chinese character';
  return language === 'zh' ? marksComplaint(text) : null;
}

/** Chinese is written with full-width marks; a placeholder counts as the word that it becomes. */
function marksComplaint(text: string): string | null {
  const words = withoutPlaceholders(text);
  const found = /(?<=\p{Script=Han})[,;:?!()]|[,;:?!()](?=\p{Script=Han})/u.exec(words);
  return han.test(text) && found ? `zh: contains the half-width mark ${found[0]}` : null;
}

/** From the innermost brace outwards, since a computed placeholder may hold braces of its own. */
function withoutPlaceholders(text: string): string {
  const shorter = text.replaceAll(/\$?\{[^{}]*\}/g, '某');
  return shorter === text ? text : withoutPlaceholders(shorter);
}

/** The other language stands in the same braces; its value may be computed, but it must be there. */
function partnerComplaint(language: 'zh' | 'en', literal: Literal, { code }: Scanned): string | null {
  const other = language === 'zh' ? 'en' : 'zh';
  const inside = sameBraces(code, literal.start);
  if (inside === null) return null;
  return new RegExp(`\\b${other}\\b`).test(inside) ? null : `${language}: stands without ${other}:`;
}

function sameBraces(code: string, at: number): string | null {
  const open = enclosing(code, at, -1, '{', '}');
  const close = enclosing(code, at, 1, '}', '{');
  return open === -1 || close === -1 ? null : code.slice(open, close);
}

/** Walks from `at` in `step` direction to the brace that encloses it. */
function enclosing(code: string, at: number, step: 1 | -1, sought: string, opposite: string): number {
  let depth = 0;
  for (let index = at; index >= 0 && index < code.length; index += step) {
    if (code.charAt(index) === opposite) depth += 1;
    if (code.charAt(index) !== sought) continue;
    if (depth === 0) return index;
    depth -= 1;
  }
  return -1;
}
