import type { ReactNode } from 'react';
import type { Text } from '#basics';
import { Check, checkTitle } from './anyone/inquiry/check.tsx';
import { Landing, landingTitle } from './anyone/landing/landing.tsx';
import { Shell } from './insured/shell.tsx';

/** A page that is drawn before anybody asks for it. */
export interface Page {
  /** Behind `/zh/` and `/en/`; empty for the first. */
  readonly path: string;
  readonly title: Text;
  /** Which program it runs in the browser (`client/<name>.tsx`); what all pages share where it is `common`. */
  readonly client: 'check' | 'common' | 'my';
  readonly body: () => ReactNode;
  /** Answers every address below its own too; its program knows which page each is. */
  readonly deep?: true;
}

// What is drawn beforehand is the first question, which is the same on every day.
const anyDay = () => new Date(0);

export const pages: readonly Page[] = [
  { path: '', title: landingTitle, client: 'common', body: () => <Landing /> },
  { path: 'check', title: checkTitle, client: 'check', body: () => <Check now={anyDay} /> },
  {
    path: 'my',
    title: { zh: '我的医保', en: 'My insurance' },
    client: 'my',
    body: () => <Shell />,
    deep: true,
  },
];
