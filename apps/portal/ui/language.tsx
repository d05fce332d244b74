import { createContext, useContext } from 'react';
import type { Text } from '#basics';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** As `lang` says it, which picks the right glyphs. */
export function languageTag(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

const Chosen = createContext<Language>('zh');
export const LanguageProvider = Chosen.Provider;

export function useLanguage(): Language {
  return useContext(Chosen);
}

export type Say = (text: Text, figures?: Readonly<Record<string, string | number>>) => string;

/** Says a text in the language of the page, its `{figures}` filled in. */
export function useSay(): Say {
  const language = useLanguage();
  return (text, figures) => fill(text[language], figures);
}

function fill(text: string, figures: Readonly<Record<string, string | number>> = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => `${figures[name] ?? whole}`);
}
