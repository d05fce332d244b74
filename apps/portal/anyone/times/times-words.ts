import type { Text } from '#basics';
import type { ShownLeg } from './shown-times.ts';

export const timesTitle: Text = { zh: '转移要多久', en: 'How long transfers take' };

export const legTitles: Readonly<Record<ShownLeg['direction'], Readonly<Record<ShownLeg['leg'], Text>>>> = {
  out: {
    record: { zh: '转出：医保关系', en: 'Leaving: the record' },
    balance: { zh: '转出：账户余额', en: 'Leaving: the balance' },
  },
  in: {
    record: { zh: '转入：医保关系', en: 'Coming: the record' },
    balance: { zh: '转入：账户余额', en: 'Coming: the balance' },
  },
};
