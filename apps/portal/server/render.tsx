import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { missing, type Page, pages } from '../pages.tsx';
import { AllPages } from '../ui/all-pages.tsx';
import { type Language, LanguageProvider, languages, languageTag } from '../ui/language.tsx';
import { type Site, SiteProvider } from '../ui/site.tsx';

/** The files that a page loads, as the build named them. */
export interface Assets {
  readonly style: string;
  /** What the signed-in pages have beyond it. */
  readonly styleOfMy: string;
  readonly device: string;
  readonly clients: Readonly<Record<Page['client'], Program>>;
}

/** A program, and the files without which it does not run: named in the page, they come at the same time. */
export interface Program {
  readonly file: string;
  readonly needs: readonly string[];
}

/** Every page in every language by its address, as it is sent; `/*` stands for whatever follows. */
export function drawPages(
  site: Site,
  assets: Readonly<Record<Language, Assets>>,
): ReadonlyMap<string, string> {
  const drawn = languages.flatMap((language) =>
    pages.flatMap((page) => {
      const text = draw(page, { site, language, assets: assets[language] });
      const path = `/${language}/${page.path}`;
      return (page.deep ? [path, `${path}/*`] : [path]).map((each) => [each, text] as const);
    }),
  );
  return new Map(drawn);
}

/** The page in the place of one that is not there, in every language. */
export function drawMissing(
  site: Site,
  assets: Readonly<Record<Language, Assets>>,
): Readonly<Record<Language, string>> {
  const drawn = (language: Language) => draw(missing, { site, language, assets: assets[language] });
  return { zh: drawn('zh'), en: drawn('en') };
}

interface Drawing {
  readonly site: Site;
  readonly language: Language;
  readonly assets: Assets;
}

/** The programs that are built with the signed-in pages, and have their styles. */
const ofMy: ReadonlySet<Page['client']> = new Set(['my', 'account-inquiry', 'heir']);

function draw({ path, title, client, body }: Page, { site, language, assets }: Drawing): string {
  const drawn = (part: ReactNode) =>
    renderToString(
      <LanguageProvider value={language}>
        <SiteProvider value={site}>{part}</SiteProvider>
      </LanguageProvider>,
    );
  const other = language === 'zh' ? 'en' : 'zh';
  const name = language === 'zh' ? '随行' : 'Suixing';
  const program = assets.clients[client];
  return `<!doctype html>
<html lang="${languageTag(language)}" data-theme="light" data-region="${site.region}"${site.demo ? ' data-demo="yes"' : ''}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title[language]} · ${name}</title>
<link rel="alternate" hreflang="${other}" href="/${other}/${path}">
<link rel="icon" type="image/svg+xml" href="/icon.svg">
<link rel="stylesheet" href="${assets.style}">${ofMy.has(client) ? `\n<link rel="stylesheet" href="${assets.styleOfMy}">` : ''}
<script src="${assets.device}"></script>
<script type="module" src="${program.file}"></script>${program.needs.map((file) => `\n<link rel="modulepreload" href="${file}">`).join('')}</head>
<body><div id="page">${drawn(body())}</div>${drawn(<AllPages />)}</body></html>
`;
}
