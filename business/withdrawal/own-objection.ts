import { type PlainDate, shanghaiDate, type Text } from '#basics';
import type { OrderStanding } from '#business/payments';

/** The last objection of an heir, as they themselves read it: when, and what came of it. Why stays between them and the officers. */
export interface OwnObjection {
  readonly madeOn: PlainDate;
  readonly outcome: keyof typeof outcomes;
  readonly text: Text;
}

/** Also after the payment, and after what they disputed was divided anew; null where they never objected. Objections add up until they say anything else. */
export function ownObjection(
  actions: readonly {
    readonly action: string;
    readonly at: Date;
    readonly data: Readonly<Record<string, unknown>>;
  }[],
  heir: {
    readonly id: string;
    readonly orders: readonly Pick<OrderStanding, 'partyId' | 'standing'>[];
    /** It ended without a payment. */
    readonly ended: boolean;
  },
): OwnObjection | null {
  const said = actions.filter(({ action, data }) => action === 'hear-heir' && data.successorId === heir.id);
  const made = said.findLast(({ data }) => data.word === 'object');
  if (!made) return null;
  const standing = said.slice(said.findLastIndex(({ data }) => data.word !== 'object') + 1);
  const disputed = new Set(standing.flatMap(({ data }) => disputedIn(data.disputes, heir.id)));
  const outcome = standing.length > 0 ? outcomeOf(disputed, heir) : 'taken-back';
  return { madeOn: shanghaiDate(made.at), outcome, text: outcomes[outcome] };
}

function outcomeOf(
  disputed: ReadonlySet<unknown>,
  { orders, ended }: Parameters<typeof ownObjection>[1],
): OwnObjection['outcome'] {
  if (ended) return 'ended';
  if (orders.length === 0) return 'open';
  const theirs = orders.filter(({ partyId }) => disputed.has(partyId));
  if (theirs.some(({ standing }) => standing === 'held')) return 'kept-back';
  return theirs.some(({ standing }) => standing === 'divided') ? 'settled' : 'paid-on';
}

/** Who names nobody disputes their own share. */
function disputedIn(disputes: unknown, own: string): readonly unknown[] {
  return Array.isArray(disputes) && disputes.length > 0 ? disputes : [own];
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
