import type { Language } from '../ui/language.tsx';

/** What tells in which way somebody asked for an address that is not there. */
interface Asked {
  readonly url: string;
  readonly accept: string | undefined;
  readonly preferred: Language;
}

/**
 * The language of the page that says there is no such page; null where a program asked, which is told so as the API tells it: below
 * `/api/`, and whoever does not take a page.
 */
export function missingIn({ url, accept, preferred }: Asked): Language | null {
  const [, first] = /^\/([^/?#]*)/.exec(url) ?? [];
  if (first === 'api' || !/\btext\/html\b/i.test(accept ?? '')) return null;
  return first === 'zh' || first === 'en' ? first : preferred;
}
