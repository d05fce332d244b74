import type { Language } from './languages.ts';

/** What a country or a currency is called in the language of the page; `code` itself where it has no name. */
export function nameOfCode(
  code: string,
  { language, type }: { readonly language: Language; readonly type: 'currency' | 'region' },
): string {
  // What is no code at all, as half-typed words may be, stays as it is written.
  const isCode = type === 'region' ? /^[A-Z]{2}$/ : /^[A-Z]{3}$/;
  if (!isCode.test(code)) return code;
  return new Intl.DisplayNames([localeOf(language)], { type }).of(code) ?? code;
}

/** By the names that the reader knows them by, in their order. */
export function namesOfCodes(
  codes: readonly string[],
  asked: Parameters<typeof nameOfCode>[1],
): readonly { readonly code: string; readonly name: string }[] {
  return codes
    .map((code) => ({ code, name: `${nameOfCode(code, asked)} ${code}` }))
    .toSorted((a, b) => a.name.localeCompare(b.name, localeOf(asked.language)));
}

function localeOf(language: Language): string {
  return language === 'zh' ? 'zh-Hans-CN' : 'en-GB';
}
