import type { Text } from '#basics';

/** Why an amount may still be another. */
export const toTheDay: Text = {
  zh: '利息算到结清那天，按同样的份额分。',
  en: 'Interest is counted to the day of settlement and shared in the same way.',
};
