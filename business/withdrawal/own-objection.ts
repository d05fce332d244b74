import { type PlainDate, shanghaiDate, type Text } from '#basics';
import type { OrderStanding } from '#business/payments';
import type { SuccessorRow } from '#business/succession';

/** The last objection of an heir, as they themselves read it: when, and what came of it. Why stays between them and the officers. */
export interface OwnObjection {
  readonly madeOn: PlainDate;
  readonly outcome: keyof typeof outcomes;
  readonly text: Text;
}

/** Also after the payment, and after what they disputed was divided anew; null where they never objected. */
export function ownObjection(
  actions: readonly {
    readonly action: string;
    readonly at: Date;
    readonly data: Readonly<Record<string, unknown>>;
  }[],
  told: {
    /** With whose shares they dispute, by all objections since they last said anything else. */
    readonly heir: Pick<SuccessorRow, 'id' | 'word' | 'disputes'>;
    readonly orders: readonly Pick<
      OrderStanding,
      'orderId' | 'ofOrder' | 'madeAt' | 'partyId' | 'standing'
    >[];
    /** It ended without a payment. */
    readonly ended: boolean;
  },
): OwnObjection | null {
  const made = actions.findLast(
    ({ action, data }) =>
      action === 'hear-heir' && data.successorId === told.heir.id && data.word === 'object',
  );
  if (!made) return null;
  const outcome = told.heir.word === 'object' ? outcomeOf(told, made.at) : 'taken-back';
  return { madeOn: shanghaiDate(made.at), outcome, text: outcomes[outcome] };
}

/** Settled only by a division that came after it: one from before divided what an earlier objection was about. */
function outcomeOf(
  { heir, orders, ended }: Parameters<typeof ownObjection>[1],
  made: Date,
): OwnObjection['outcome'] {
  if (ended) return 'ended';
  if (orders.length === 0) return 'open';
  const theirs = orders.filter(({ partyId }) => partyId !== null && heir.disputes.includes(partyId));
  if (theirs.some(({ standing }) => standing === 'held')) return 'kept-back';
  const dividedSince = ({ orderId }: { readonly orderId: string }) =>
    orders.some(({ ofOrder, madeAt }) => ofOrder === orderId && madeAt >= made);
  return theirs.some((order) => order.standing === 'divided' && dividedSince(order)) ? 'settled' : 'paid-on';
}

const outcomes = {
  open: {
    zh: '付款以前，有争议的份额会先留着。',
    en: 'When it is paid, the share in dispute is kept back.',
  },
  'kept-back': {
    zh: '有争议的份额还留着；商量好了，或者法院作出裁判，再按那个结果付。',
    en: 'The share in dispute is still kept back. It is paid once you have settled it among you, or a court has.',
  },
  settled: {
    zh: '有结果了：有争议的份额已经按商量好的，或者法院的文书重新分配。',
    en: 'It is settled: the share in dispute was divided anew, as you agreed among you or as a court’s paper says.',
  },
  'paid-on': {
    zh: '没有份额因此留着：有争议的那一份已经交给银行或者付出。要再主张的，请到窗口问。',
    en: 'No share is kept back for it: the one in dispute has gone to the bank or is paid. To pursue it, ask at a window.',
  },
  'taken-back': {
    zh: '后来您的答复改了，这个异议不再算数。',
    en: 'Your answer was changed later, and the objection counts no more.',
  },
  ended: {
    zh: '申请结束了，没有付款，这个异议也就结束了。',
    en: 'The application has ended without a payment, and the objection with it.',
  },
} as const satisfies Readonly<Record<string, Text>>;
