import type { Text } from '#basics';

/** Nothing is looked at once more after it: what is pressed says what comes of it. */
export const payThere: Text = { zh: '确认，付到这个账户', en: 'Yes, pay it there' };
/** Of which account the bank sent it back. */
export const accountBefore: Text = {
  zh: '原来填的是{bank} •••• {tail}。',
  en: 'It was the account at {bank} •••• {tail}.',
};
