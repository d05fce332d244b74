import { forCount, type PlainDate, type Text } from '#basics';
import type { Apart } from './apart.ts';

/** What is said of heirs' shares that are not all in one place; in Chinese one word does for any number of them. */

export const partlyPaid: Text = { zh: '部分份额已付', en: 'Partly paid' };
export const settled: Text = { zh: '已结清', en: 'Settled' };

export function restDue(n: number): Text {
  return {
    zh: '部分份额已付，还有份额待付款',
    en: `Partly paid, ${forCount(n, 'another share', 'other shares')} to be paid`,
  };
}

export function sharesDue(n: number): Text {
  const en = forCount(n, 'a share is to be paid', `${n} shares are to be paid`);
  return { zh: '还有份额待付款', en };
}

export function sharesLacking(n: number): Text {
  const en = forCount(n, 'a share waits for an account', `${n} shares wait for an account`);
  return { zh: '有份额等待收款账户', en };
}

export function sharesUnclaimed(n: number): Text {
  return { zh: '有份额无人领取', en: forCount(n, 'a share is unclaimed', `${n} shares are unclaimed`) };
}

export function sharesHeld(n: number): Text {
  const en = forCount(n, 'a share is kept back', `${n} shares are kept back`);
  return { zh: '有份额因异议留存', en: `${en} because of an objection` };
}

export function listed(said: readonly Text[]): Text {
  return { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') };
}

/** What is asked of the heirs whose shares have no account, so many of them, since a day on which nobody else had anything to do. */
export function asksAccount(
  heirs: number,
  since: PlainDate,
): Pick<Apart, 'waitingName' | 'asked' | 'resting'> {
  const text = {
    zh: `自 ${since} 起等继承人填写收款账户，期间不计时限`,
    en: `since ${since} it waits for ${forCount(heirs, 'an heir’s account', 'heirs’ accounts')}, and nobody’s days run`,
  };
  return { ...forCount(heirs, ofOne, ofSeveral), resting: { since, text } };
}

/** By which ways an heir names an account after the decision. */
export const heirsWays: Text = {
  zh: '可以登录办、用我们发给本人的链接办，也可以带证件到窗口办；未成年的由监护人办。别的份额不受影响。',
  en: 'signed in, by a link that we gave them, or at a window with their identity card; for a minor the guardian does. The other shares are not affected.',
};

const ofOne = {
  waitingName: { zh: '还没有收款账户的继承人', en: 'the heir whose share has no account' },
  asked: {
    zh: `有一位继承人的份额还没有收款账户，请这位继承人填写：${heirsWays.zh}`,
    en: `A share has no account to go to. Please let the heir whose share it is name one: ${heirsWays.en}`,
  },
};

const ofSeveral = {
  waitingName: { zh: '还没有收款账户的几位继承人', en: 'the heirs whose shares have no account' },
  asked: {
    zh: `有几位继承人的份额还没有收款账户，请他们各自填写：${heirsWays.zh}`,
    en: `Shares have no account to go to. Please let each heir whose share it is name one: ${heirsWays.en}`,
  },
};

export function restsUnclaimed(since: PlainDate): Text {
  return {
    zh: `自 ${since} 起只剩无人领取的份额，期间不计时限`,
    en: `since ${since} only what is unclaimed is left, and nobody’s days run`,
  };
}
