import { type PlainDate, shanghaiDate, type Text } from '#basics';
import type { OrderStanding } from '#business/payments';
import type { SuccessorRow } from '#business/succession';
import { relationNames } from '#business/succession/public';

/** What an heir objected to, as they themselves read it: when, and what came of it. Why stays between them and the officers. */
export interface OwnObjection {
  /** The last time. */
  readonly madeOn: PlainDate;
  /** One of nobody by name where it is the same for every share that they dispute; else one for each. */
  readonly outcomes: readonly ObjectionOutcome[];
}

export interface ObjectionOutcome {
  /** Whose share; null where it is said of all that is in dispute. */
  readonly successorId: string | null;
  readonly relation: Text | null;
  readonly madeOn: PlainDate;
  readonly outcome: Outcome;
  readonly text: Text;
}

type Outcome = (typeof objectionOutcomes)[number];

export const objectionOutcomes = [
  ...(['open', 'kept-back', 'waits', 'settled', 'paid-on'] as const),
  ...(['refunded', 'unclaimed', 'no-share', 'taken-back', 'ended'] as const),
] as const;

interface Done {
  readonly action: string;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Told {
  /** With whose shares they dispute, by all objections since they last said anything else. */
  readonly heir: Pick<SuccessorRow, 'id' | 'word' | 'disputes'>;
  /** Of the case. */
  readonly heirs: readonly Pick<SuccessorRow, 'id' | 'relation'>[];
  readonly orders: readonly Pick<OrderStanding, 'orderId' | 'partyId' | 'standing'>[];
  /** It ended without a payment. */
  readonly ended: boolean;
}

/** Also after the payment, and after what they disputed was divided anew; null where they never objected. */
export function ownObjection(actions: readonly Done[], told: Told): OwnObjection | null {
  const { heir, heirs, ended } = told;
  const objected = actions.filter((done) => objects(done, heir.id));
  const last = objected.at(-1);
  if (!last) return null;
  const madeOn = shanghaiDate(last.at);
  const ofAll = (outcome: Outcome): OwnObjection => ({
    ...{ madeOn, outcomes: [{ successorId: null, relation: null, madeOn, outcome, text: texts[outcome] }] },
  });
  if (heir.word !== 'object') return ofAll('taken-back');
  if (ended) return ofAll('ended');
  const outcomes = heir.disputes.map((successorId): ObjectionOutcome => {
    const made = objected.findLast(({ data }) => disputed(data, heir.id).includes(successorId)) ?? last;
    const outcome = outcomeOf(successorId, {
      orders: told.orders,
      since: actions.slice(actions.indexOf(made)),
    });
    const relation = relationNames[heirs.find(({ id }) => id === successorId)?.relation ?? 'other'];
    return { successorId, relation, madeOn: shanghaiDate(made.at), outcome, text: texts[outcome] };
  });
  const [first, ...more] = outcomes;
  if (!first || more.every(({ outcome }) => outcome === first.outcome))
    return ofAll(first?.outcome ?? 'open');
  return { madeOn, outcomes };
}

function objects({ action, data }: Done, heirId: string): boolean {
  return action === 'hear-heir' && data.successorId === heirId && data.word === 'object';
}

/** Who names nobody disputes their own share. */
function disputed({ disputes }: Done['data'], heirId: string): readonly unknown[] {
  return Array.isArray(disputes) && disputes.length > 0 ? disputes : [heirId];
}

/** Of one share, by what was done since it was objected to last: what was divided anew before says nothing of that. */
function outcomeOf(
  successorId: string,
  { orders, since }: { readonly orders: Told['orders']; readonly since: readonly Done[] },
): Outcome {
  if (orders.length === 0) return 'open';
  const theirs = orders.filter(({ partyId }) => partyId === successorId);
  const are = (standing: OrderStanding['standing']) => theirs.some((order) => order.standing === standing);
  if (are('held')) return 'kept-back';
  if (are('contested')) return 'waits';
  const dividedSince = ({ orderId }: (typeof theirs)[number]) =>
    since.some(({ data }) => data.moved === 'divided' && data.orderId === orderId);
  if (theirs.some((order) => order.standing === 'divided' && dividedSince(order))) return 'settled';
  if (are('open')) return 'paid-on';
  if (are('refunded')) return 'refunded';
  return are('unclaimed') ? 'unclaimed' : 'no-share';
}

const texts: Readonly<Record<Outcome, Text>> = {
  open: {
    zh: '付款以前，有争议的份额会先留着。',
    en: 'When it is paid, the share in dispute is kept back.',
  },
  'kept-back': {
    zh: '有争议的份额还留着；商量好了，或者法院作出裁判，再按那个结果付。',
    en: 'The share in dispute is still kept back. It is paid once you have settled it among you, or a court has.',
  },
  waits: {
    zh: '有人对付款的决定提出了异议，有争议的份额等审查结果，现在不付。',
    en: 'Somebody objected to the decision to pay. The share in dispute waits for the outcome and is not paid meanwhile.',
  },
  settled: {
    zh: '有结果了：有争议的份额已经按商量好的，或者法院的文书重新分配。',
    en: 'It is settled: the share in dispute was divided anew, as you agreed among you or as a court’s paper says.',
  },
  'paid-on': {
    zh: '没有份额因此留着：有争议的份额已经交给银行或者付出。要再主张的，请到窗口问。',
    en: 'No share is kept back for it: what is in dispute has gone to the bank or is paid. To pursue it, ask at a window.',
  },
  refunded: {
    zh: '有争议的份额没有付出：款项已经退回逝者的个人账户。要再主张的，请到窗口问。',
    en: 'The share in dispute is not paid: its money went back into the account of the person who died. To pursue it, ask at a window.',
  },
  unclaimed: {
    zh: '有争议的份额暂时付不出去，款项转入无人领取，没有付给任何人。要再主张的，请到窗口问。',
    en: 'The share in dispute could not be paid; its money stands as unclaimed and went to nobody. To pursue it, ask at a window.',
  },
  'no-share': {
    zh: '付款里没有单独分给这位继承人的份额，所以没有要留着的。要再主张的，请到窗口问。',
    en: 'No share of its own was set aside for this heir in the payment, so there is none to be kept back. To pursue it, ask at a window.',
  },
  'taken-back': {
    zh: '后来您的答复改了，这个异议不再算数。',
    en: 'Your answer was changed later, and the objection counts no more.',
  },
  ended: {
    zh: '申请结束了，没有付款，这个异议也就结束了。',
    en: 'The application has ended without a payment, and the objection with it.',
  },
};
