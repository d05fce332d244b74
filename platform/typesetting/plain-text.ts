/**
 * Every text of a value as it can be shown: a character that has no shape (control characters, marks that turn the direction
 * of reading, and what `has` does not know) stands as its code in brackets, `[U+20BB7]`, so that nothing is boxed, swallowed
 * or turned round in silence. Answers what was replaced, each once.
 */
export function plainText<T>(
  value: T,
  has: (codePoint: number) => boolean = () => true,
): { readonly value: T; readonly replaced: readonly string[] } {
  const replaced = new Set<string>();
  function shown(text: string): string {
    return Array.from(text, (character) => {
      const code = character.codePointAt(0) ?? 0;
      if (character === '\n' || (!shapeless.test(character) && has(code))) return character;
      const told = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
      replaced.add(told);
      return `[${told}]`;
    }).join('');
  }
  function walk(held: unknown): unknown {
    if (typeof held === 'string') return shown(held);
    if (Array.isArray(held)) return held.map(walk);
    if (typeof held !== 'object' || held === null) return held;
    return Object.fromEntries(Object.entries(held).map(([key, each]) => [key, walk(each)]));
  }
  return { value: walk(value) as T, replaced: [...replaced] }; // the same shape with other texts
}

/** Controls, direction marks, half of a pair, private and unassigned characters, and separators of lines. */
const shapeless = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
