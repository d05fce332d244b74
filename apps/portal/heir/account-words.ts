import type { Text } from '#basics';

/** The account of a share, as its heir is told of it: on the page of a link, and on that of whoever has signed in. */
interface Share {
  /** An account was named, and it is asked for another one since the bank sent the payment back. */
  readonly cameBack: boolean;
  /** Kept back in a dispute, so that nothing is paid before that is settled. */
  readonly held: boolean;
  readonly ofChild: boolean;
}

/** Beside the account: why it is asked for, or what it is for. */
export function accountFor({ cameBack, held, ofChild }: Share): Text {
  if (held)
    return {
      zh: '有争议的一份先留着；定下来以后，付到这里',
      en: 'The share in dispute is kept back; once that is settled, what is due is paid there',
    };
  if (cameBack)
    return { zh: '银行退回了付款，请换一个账户', en: 'The bank sent the payment back: name another one' };
  return ofChild
    ? { zh: '孩子那一份直接付到这里', en: 'The child’s share is paid there directly' }
    : { zh: '您那一份直接付到这里', en: 'Your share is paid there directly' };
}

/** What to do about it while the share waits for nothing else, and what follows. */
export function nameItHere(where: 'above' | 'below'): Text {
  return where === 'above'
    ? {
        zh: '请在上面换一个或者填好收款账户，随后就付。',
        en: 'Name an account above; the share is then paid there.',
      }
    : {
        zh: '请在下面换一个或者填好收款账户，随后就付。',
        en: 'Name an account below; the share is then paid there.',
      };
}

/**
 * Beside an account that is read over: that it is the only one which is taken here, as of a share that is kept back. The next one is asked
 * for after a return alone; what was mistyped is put right at a window.
 */
export function namedOnceHere(wanted: boolean, orders: Parameters<typeof isPaidAtOnce>[0]): Text | null {
  if (!wanted || isPaidAtOnce(orders)) return null;
  return {
    zh: '这里只能保存一次。以后发现填错了，请带身份证件到窗口更正。',
    en: 'It can be saved here once. A later correction is made at a window, with an identity document.',
  };
}

/** Of the orders of one heir: whether one is on its way to them, so that it is paid as soon as it has an account. */
export function isPaidAtOnce(
  orders: readonly { readonly standing: string; readonly result: string | null }[],
): boolean {
  return orders.some(({ standing, result }) => standing === 'open' && result !== 'paid');
}
