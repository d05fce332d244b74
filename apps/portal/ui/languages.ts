import type { Text } from '#basics';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** As `lang` says it, which picks the right glyphs. */
export function languageTag(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

export type Say = (text: Text, figures?: Readonly<Record<string, string | number>>) => string;

/** Says texts in a language, their `{figures}` filled in. */
export function sayIn(language: Language): Say {
  return (text, figures) => fill(text[language], figures);
}

function fill(text: string, figures: Readonly<Record<string, string | number>> = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => `${figures[name] ?? whole}`);
}
