/** How the payment of a share is shown in a word. */
export function paymentTag({
  standing,
  result,
  accountWanted,
}: {
  readonly standing: string;
  readonly result: string | null;
  readonly accountWanted: boolean;
}) {
  if (standing === 'held') return tags.held;
  if (result === 'paid') return tags.paid;
  if (result !== 'returned') return tags.open;
  return accountWanted ? tags.returned : tags.mended;
}

const tags = {
  held: { look: 'stop', icon: 'warn', text: { zh: '留存待定', en: 'Kept back' } },
  paid: { look: 'ok', icon: 'tick', text: { zh: '已到账', en: 'Paid' } },
  returned: { look: 'wait', icon: 'warn', text: { zh: '银行退回', en: 'Sent back' } },
  mended: {
    look: 'info',
    icon: 'clock',
    text: { zh: '已换账户，随下一批付', en: 'New account named, paid with the next batch' },
  },
  open: { look: 'info', icon: 'clock', text: { zh: '等待付款', en: 'To be paid' } },
} as const;
