import { createContext, useContext } from 'react';
import { type Language, type Say, sayIn } from './languages.ts';

export { type Language, languages, languageTag, type Say } from './languages.ts';

const Chosen = createContext<Language>('zh');
export const LanguageProvider = Chosen.Provider;

export function useLanguage(): Language {
  return useContext(Chosen);
}

/** Says a text in the language of the page, its `{figures}` filled in. */
export function useSay(): Say {
  return sayIn(useLanguage());
}
