import type { Problem, Text } from '#basics';

/**
 * What in a value that came from outside can be kept by nobody: PostgreSQL's text holds neither U+0000 nor half of a character
 * beyond the first 65,536, so no schema of ours means to take them. Nothing is nested deeper than this either.
 */
export function unfitParts(held: unknown, path: readonly string[] = []): readonly Problem[] {
  if (typeof held === 'string') {
    const detail = unfitText(held);
    return detail === null ? [] : [{ path: path.join('.'), detail }];
  }
  if (typeof held !== 'object' || held === null) return [];
  if (path.length === deepest) return [{ path: '', detail: tooDeep }];
  return Object.entries(held).flatMap(([key, inner]) => unfitParts(inner, [...path, key]));
}

/** The same of one text; null where nothing is wrong. */
export function unfitText(text: string): Text | null {
  if (text.includes('\u0000')) return hasZero;
  return halfCharacter.test(text) ? hasHalf : null;
}

const deepest = 32;

export const tooDeep: Text = {
  zh: `内容嵌套超过 ${deepest} 层，无法读取。`,
  en: `It is nested more than ${deepest} levels deep.`,
};

const hasZero: Text = {
  zh: '含有不能使用的空字符（U+0000）。',
  en: 'It holds the zero character (U+0000), which no text may hold.',
};

/** With the flag `u`, a surrogate that has its other half is one character and none of these. */
const halfCharacter = /\p{Surrogate}/u;

const hasHalf: Text = {
  zh: '含有不完整的字符（单独的 UTF-16 代理码位）。',
  en: 'It holds half of a character (a lone UTF-16 surrogate), which no text may hold.',
};
