/** How long things last and how often they may be tried; docs/security.md tells them to people. */
export const limits = {
  /** A session ends when it was not used for so long … */
  idleMinutes: 30,
  /** … and at the latest so long after it was opened. */
  sessionHours: 12,
  /** How much of the idle time must have gone before a use is written down: not every request is a write. */
  extendAfterMinutes: 1,
  /** Wrong tries before a login is locked; the first lock lasts a minute, each further one twice as long. */
  failures: 5,
  firstLockMinutes: 1,
  longestLockMinutes: 60,
  /** NIST SP 800-63B-4, section 3.1.1.2: fifteen characters alone, eight beside a second factor. */
  passwordAlone: 15,
  passwordWithSecondFactor: 8,
  passwordAtMost: 128,
  temporaryPasswordHours: 72,
  /** How many wait for their password to be looked at; whoever comes then tries again in a moment. */
  passwordsWaiting: 256,
  /** So long after a password was given it is not asked once more. */
  provenMinutes: 5,
  /** Codes sent to the contact on record. */
  codeDigits: 8,
  codeMinutes: 10,
  codeTries: 5,
  codesADay: 5,
  /** So long it is tried to tell somebody what changed. */
  toldDays: 7,
  /** Codes handed over at the window. */
  windowCodeMinutes: 7 * 24 * 60,
  keyDays: 365,
} as const;
