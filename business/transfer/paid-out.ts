import type { Text } from '#basics';

/** What a transfer is called whose balance did not go, once a case of its own has paid that out. */
export const paidOutName: Text = { zh: '记录已转走，余额已支付', en: 'Record moved, balance paid out' };
