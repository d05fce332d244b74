import type { Text } from '#basics';

/** By which way an account was named, as the API tells it. */
export type NamedBy = 'window' | 'link' | 'invited' | 'heir' | 'applicant' | null;

/** Who reads it: `self` the heir or a minor's guardian, by a link or signed in; else somebody else in the case. */
interface Reader {
  readonly self: boolean;
  /** It is the relative who applies, as nobody else sees a draft. */
  readonly applies?: boolean;
  readonly ofChild: boolean;
}

/** Who named the account of a share, as far as it is known; null where that was not kept. */
export function whoNamed(namedBy: NamedBy, { self, applies = false, ofChild }: Reader): Text | null {
  switch (namedBy) {
    case null:
      return null;
    case 'window':
      return { zh: '在窗口填的', en: 'named at a window' };
    case 'link':
      return { zh: '用本机构给的链接填的', en: 'named by the link that we gave' };
    case 'invited': // nobody of the agency knows who opened it
      return self
        ? { zh: '用家人发给您的链接填的', en: 'named by the link that your family sent you' }
        : { zh: '用家人转的链接填的', en: 'named by the link that was passed on' };
    case 'applicant':
      return applies
        ? { zh: '您填的', en: 'named by you' }
        : { zh: '提出申请的家人填的', en: 'named by the relative who applied' };
    case 'heir':
      if (ofChild) return { zh: '监护人登录后填的', en: 'named by the guardian, signed in' };
      return self
        ? { zh: '您登录后填的', en: 'named by you, signed in' }
        : { zh: '本人登录后填的', en: 'named by the heir, signed in' };
  }
}

/** Beside one's own account: what to do if it is another's. */
export const ifNotRight = {
  here: { zh: '不对的，请在下面换一个。', en: 'If it is not right, name another one below.' },
  window: {
    zh: '不对的，请尽快带身份证件到窗口更正。',
    en: 'If it is not right, come to a window soon with your identity document.',
  },
  paid: {
    zh: '款项已经付到这里。不是您的账户的，请马上到窗口或者打电话告诉我们。',
    en: 'It has been paid there. If this is not your account, tell us at once at a window or by telephone.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Of an account that stands against a link which a relative passed on: there, and not told by it. */
export const notTold: Text = {
  zh: '已经填好。这个链接是家人转的，所以不写出银行和尾号；要看、要改，请带身份证件到窗口，或者向我们要一个发给您本人的链接。',
  en: 'An account is named. A relative passed this link on, so it shows neither the bank nor the last digits; to see or change the account come to a window with your identity document, or ask us for a link of your own.',
};
