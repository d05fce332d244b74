import type { ReactNode } from 'react';
import { type Language, LanguageProvider } from '../ui/language.tsx';
import { SiteProvider } from '../ui/site.tsx';

/** A page in the language and for the agency that its document names. */
export function wrapped(page: ReactNode): ReactNode {
  const { lang, dataset } = document.documentElement;
  const language: Language = lang.startsWith('zh') ? 'zh' : 'en';
  const site = { region: dataset.region ?? '440300', demo: dataset.demo === 'yes' };
  return (
    <LanguageProvider value={language}>
      <SiteProvider value={site}>{page}</SiteProvider>
    </LanguageProvider>
  );
}
