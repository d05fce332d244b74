import type { Text } from '#basics';
import type { IconName } from '../../ui/icons.tsx';

interface Tag {
  readonly look: 'stop' | 'ok' | 'wait' | 'info';
  readonly icon: IconName;
  readonly text: Text;
}

/** How the payment of a share is shown in a word. */
export function paymentTag({
  standing,
  result,
  accountWanted,
}: {
  readonly standing: string;
  readonly result: string | null;
  readonly accountWanted: boolean;
}): Tag {
  if (standing !== 'open') return notToBePaid[standing] ?? held;
  if (result === 'paid') return tags.paid;
  if (result !== 'returned') return tags.open;
  return accountWanted ? tags.returned : tags.mended;
}

const tags = {
  paid: { look: 'ok', icon: 'tick', text: { zh: '已到账', en: 'Paid' } },
  returned: { look: 'wait', icon: 'warn', text: { zh: '银行退回', en: 'Sent back' } },
  mended: {
    look: 'info',
    icon: 'clock',
    text: { zh: '已换账户，随下一批付', en: 'New account named, paid with the next batch' },
  },
  open: { look: 'info', icon: 'clock', text: { zh: '等待付款', en: 'To be paid' } },
} as const;

const held: Tag = { look: 'stop', icon: 'warn', text: { zh: '留存待定', en: 'Kept back' } };

/** Of an order that is not to be paid as it stands. */
const notToBePaid: Readonly<Record<string, Tag>> = {
  unclaimed: { look: 'stop', icon: 'warn', text: { zh: '无人领取', en: 'Unclaimed' } },
  refunded: { look: 'info', icon: 'swap', text: { zh: '已退回账户', en: 'Back in the account' } },
  contested: { look: 'wait', icon: 'clock', text: { zh: '有异议，暂停付', en: 'Stopped by an objection' } },
};
