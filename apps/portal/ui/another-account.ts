import type { Text } from '#basics';

/** Nothing is looked at once more after it: what is pressed says what comes of it. */
export const payThere: Text = { zh: '确认，付到这个账户', en: 'Yes, pay it there' };
/** The same while nothing is paid yet. Until the decision it can be changed again; whether it can after that, the page says. */
export const saveIt: Text = { zh: '确认，保存这个账户', en: 'Yes, save this account' };
export const beforePaid: Text = { zh: '付款前，请核对一遍', en: 'Read it over before it is paid' };
export const beforeSaved: Text = { zh: '保存前，请核对一遍', en: 'Read it over before it is saved' };
/** Of which account the bank sent it back. */
export const accountBefore: Text = {
  zh: '原来填的是{bank} ••••\u00a0{tail}。',
  en: 'It was the account at {bank} ••••\u00a0{tail}.',
};
