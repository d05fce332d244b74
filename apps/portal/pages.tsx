import type { ReactNode } from 'react';
import type { Text } from '#basics';
import { Check, checkTitle } from './anyone/inquiry/check.tsx';
import { Landing, landingTitle } from './anyone/landing/landing.tsx';
import { WidgetDemo, widgetDemoTitle } from './anyone/widget/demo-page.tsx';

/** A page that is drawn before anybody asks for it. */
export interface Page {
  /** Behind `/zh/` and `/en/`; empty for the first. */
  readonly path: string;
  readonly title: Text;
  /** Which program it runs in the browser (`client/<name>.tsx`); what all pages share where it is `common`. */
  readonly client: 'check' | 'common' | 'widget-demo';
  readonly body: () => ReactNode;
}

// What is drawn beforehand is the first question, which is the same on every day.
const anyDay = () => new Date(0);

export const pages: readonly Page[] = [
  { path: '', title: landingTitle, client: 'common', body: () => <Landing /> },
  { path: 'check', title: checkTitle, client: 'check', body: () => <Check now={anyDay} /> },
  { path: 'widget-demo', title: widgetDemoTitle, client: 'widget-demo', body: () => <WidgetDemo /> },
];
