import type { ReactNode } from 'react';
import type { Text } from '#basics';
import { Accessibility, accessibilityTitle } from './anyone/accessibility/accessibility.tsx';
import { AccountInquiry } from './anyone/account-inquiry/account-inquiry.tsx';
import { inquiryTitle } from './anyone/account-inquiry/inquiry-words.ts';
import { Heirs } from './anyone/heirs/heirs.tsx';
import { heirsTitle } from './anyone/heirs/heirs-words.ts';
import { Help } from './anyone/help/help.tsx';
import { helpTitle } from './anyone/help/help-words.ts';
import { Check, checkTitle } from './anyone/inquiry/check.tsx';
import { Landing, landingTitle } from './anyone/landing/landing.tsx';
import { Missing, missingTitle } from './anyone/missing/missing.tsx';
import { Rules, rulesTitle } from './anyone/rules/rules.tsx';
import { Status } from './anyone/status/status.tsx';
import { statusTitle } from './anyone/status/status-words.ts';
import { Times } from './anyone/times/times.tsx';
import { timesTitle } from './anyone/times/times-words.ts';
import { Verify } from './anyone/verify/verify.tsx';
import { verifyTitle } from './anyone/verify/verify-words.ts';
import { WidgetDemo, widgetDemoTitle } from './anyone/widget/demo-page.tsx';
import { InvitedShell, invitedTitle } from './heir/invited/shell.tsx';
import { Shell } from './insured/shell.tsx';

type PublicClient = 'check' | 'common' | 'status' | 'times' | 'verify' | 'widget-demo';
/** Those that share forms, files and styles with the signed-in pages, and are built with them. */
type SignedInClient = 'my' | 'account-inquiry' | 'heir';

/** A page that is drawn before anybody asks for it. */
export interface Page {
  /** Behind `/zh/` and `/en/`; empty for the first. */
  readonly path: string;
  readonly title: Text;
  /** Which program it runs in the browser (`client/<name>.tsx`); what all pages share where it is `common`. */
  readonly client: PublicClient | SignedInClient;
  readonly body: () => ReactNode;
  /** Answers every address below its own too; its program knows which page each is. */
  readonly deep?: true;
}

// What is drawn beforehand is the first question, which is the same on every day.
const anyDay = () => new Date(0);

export const pages: readonly Page[] = [
  { path: '', title: landingTitle, client: 'common', body: () => <Landing /> },
  { path: 'check', title: checkTitle, client: 'check', body: () => <Check now={anyDay} /> },
  { path: 'rules', title: rulesTitle, client: 'common', body: () => <Rules /> },
  { path: 'help', title: helpTitle, client: 'common', body: () => <Help /> },
  { path: 'heirs', title: heirsTitle, client: 'common', body: () => <Heirs /> },
  {
    path: 'account-inquiry',
    title: inquiryTitle,
    client: 'account-inquiry',
    body: () => <AccountInquiry />,
  },
  { path: 'heir', title: invitedTitle, client: 'heir', body: () => <InvitedShell />, deep: true },
  { path: 'accessibility', title: accessibilityTitle, client: 'common', body: () => <Accessibility /> },
  { path: 'status', title: statusTitle, client: 'status', body: () => <Status /> },
  { path: 'transfer-times', title: timesTitle, client: 'times', body: () => <Times /> },
  { path: 'verify', title: verifyTitle, client: 'verify', body: () => <Verify /> },
  {
    path: 'my',
    title: { zh: '我的医保', en: 'My insurance' },
    client: 'my',
    body: () => <Shell />,
    deep: true,
  },
  { path: 'widget-demo', title: widgetDemoTitle, client: 'widget-demo', body: () => <WidgetDemo /> },
];

/** Shown at every address at which there is none of them; the first page is what it is in the other language. */
export const missing: Page = { path: '', title: missingTitle, client: 'common', body: () => <Missing /> };
