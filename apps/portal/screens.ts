/** What a page can look like beyond its first sight, each by a name: what is shown to a reviewer, and looked at for barriers. */
export interface PageState {
  readonly name: string;
  /** The page, as `pages.tsx` lists it. */
  readonly path: string;
  /** What stands behind the `#`. */
  readonly fragment?: string;
  readonly bigType?: boolean;
  /** On the narrowest window that there is, 320 pixels. */
  readonly narrow?: boolean;
  readonly printed?: boolean;
  /** What is pressed before it looks so, one after another, as selectors find it. */
  readonly presses?: readonly string[];
}

const settledAbroad = 'what=settle&left=2026-09-15&retired-then=no';

/** Every question of the checker, every kind of answer, what is said where nothing was filled in, and big type. */
export const pageStates: readonly PageState[] = [
  asked('left', 'what=settle'),
  asked('retired', 'what=move'),
  asked('retired-then', 'what=settle&left=2026-09-15'),
  asked('filing', 'what=elsewhere'),
  asked('answer', 'what=refused'),
  asked('heirs', 'what=death'),
  asked('insured', 'what=move&retired=no'),
  asked('roster', settledAbroad),
  asked('answered-before', 'what=settle&left=2026-09-15&at=what'),
  answer('yes', `${settledAbroad}&insured=stopped&roster=removed`),
  answer('yes-move', 'what=move&retired=no&insured=stopped'),
  answer('yes-death', 'what=death&heirs=yes'),
  answer('not-yet', `${settledAbroad}&roster=still`),
  answer('not-yet-soon', 'what=settle&left=2099-01-15&retired-then=no&insured=active&roster=removed'),
  answer('not-yet-death', 'what=death&heirs=no'),
  answer('not-yet-filing', 'what=elsewhere&filing=none'),
  answer('cannot', 'what=move&retired=yes'),
  answer('unclear', `${settledAbroad}&roster=unsure&insured=unsure`),
  answer('unclear-ground', 'what=settle&left=2026-09-15&retired-then=unsure&roster=still'),
  answer('no-ground', 'what=money'),
  { ...asked('nothing-chosen', ''), presses: ['form .btn.primary'] },
  { ...asked('no-day', 'what=settle'), presses: ['form .btn.primary'] },
  { ...asked('big', ''), bigType: true },
  { ...asked('left-big', 'what=settle'), bigType: true },
  { ...answer('not-yet-big', `${settledAbroad}&roster=still`), bigType: true },
  { ...answer('yes-big', 'what=move&retired=no&insured=stopped'), bigType: true },
  { ...answer('not-yet-printed', `${settledAbroad}&roster=still`), printed: true },
  { ...asked('narrow', ''), narrow: true },
  { ...answer('not-yet-narrow', `${settledAbroad}&roster=still`), narrow: true },
  { name: 'no-such-page', path: 'no-such-page' },
  { name: 'landing-big', path: '', bigType: true },
  { name: 'landing-narrow', path: '', narrow: true },
  { name: 'rules-big', path: 'rules', bigType: true },
  { name: 'account-inquiry-asks', path: 'account-inquiry', presses: ['main .btn.primary'] },
  { name: 'account-inquiry-answer', path: 'account-inquiry', fragment: 'answer' },
  { name: 'heirs-big', path: 'heirs', bigType: true },
  {
    name: 'widget-demo-answered',
    path: 'widget-demo',
    presses: ['suixing-inquiry input[value=money] + span', 'suixing-inquiry .btn'],
  },
  { name: 'widget-demo-wrong', path: 'widget-demo', presses: ['suixing-inquiry .btn'] },
];

function asked(name: string, fragment: string): PageState {
  return { name: `check-asks-${name}`, path: 'check', fragment };
}

function answer(name: string, fragment: string): PageState {
  return { name: `check-says-${name}`, path: 'check', fragment };
}
