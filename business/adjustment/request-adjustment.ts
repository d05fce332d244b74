import {
  type Clock,
  type Fen,
  type Ids,
  ok,
  type PlainDate,
  type Problem,
  type Result,
  refuse,
  shanghaiDate,
} from '#basics';
import type { Caller } from '#business/access/public';
import { numberInText } from '#business/registry/public';
import { readAccount } from '#engines/ledger';
import type { Tx } from '#platform/postgres';
import type { AdjustmentKind, Counter, CreditBucket } from './adjustment.ts';
import { guarded } from './guarded.ts';
import { requestRow } from './store.ts';

/** An adjustment by the person that it concerns. */
export interface AdjustmentPlace {
  readonly personId: string;
  readonly adjustmentId: string;
}

/** What a first officer asks for. What does not belong to the kind is null; what is reversed or moved has its amount itself. */
export interface AdjustmentWish {
  readonly kind: AdjustmentKind;
  /** Of a correction. */
  readonly amountFen: Fen | null;
  readonly counter: Counter | null;
  /** Of a correction into the account. */
  readonly bucket: CreditBucket | null;
  /** From which day it counts; today where it is not said. A reversal counts from the day of what it reverses. */
  readonly effectiveOn: PlainDate | null;
  /** Of a reversal: the entry, and its line. */
  readonly journalId: string | null;
  readonly lineNo: number | null;
  /** Of a refund, of what is unclaimed, and of what is claimed. */
  readonly orderId: string | null;
  readonly reason: string;
  /** What the paper is called in the files. */
  readonly paperReference: string;
}

/**
 * A clerk asks for an adjustment; nothing moves before another officer has approved it. Refuses `adjustment.wrong` with
 * everything wrong, and what the guard finds: an entry that cannot be reversed, an order that is under way or elsewhere.
 */
export async function requestAdjustment(
  tx: Tx,
  asked: {
    readonly context: { readonly clock: Clock; readonly ids: Ids };
    readonly caller: Caller;
    readonly personId: string;
    readonly wish: AdjustmentWish;
  },
): Promise<Result<AdjustmentPlace>> {
  const { context, caller, personId, wish } = asked;
  const problems = problemsOf(wish);
  if (problems.length > 0) return refuse({ code: 'adjustment.wrong', problems });
  const account = await readAccount(tx, personId);
  if (!account) return refuse({ code: 'adjustment.no-account' });
  if (account.closedOn !== null && !despiteClosed.includes(wish.kind))
    return refuse({ code: 'ledger.account-closed' });
  const at = context.clock.now();
  const adjustmentId = context.ids.next('adj');
  const row = {
    ...wish,
    ...{ token: caller.token ?? '', personId, adjustmentId, at },
    bucket: wish.kind === 'debit' ? ('debit' as const) : wish.bucket, // a debit has one way only
    effectiveOn: wish.kind === 'reversal' ? null : (wish.effectiveOn ?? shanghaiDate(at)),
    reason: wish.reason.trim(),
    paperReference: wish.paperReference.trim(),
  };
  const done = await guarded(requestRow(tx, row));
  return done.ok ? ok({ personId, adjustmentId }) : done;
}

/** What moves between accounts of the fund only, and late money, which opens a closed account again. */
const despiteClosed: readonly AdjustmentKind[] = ['unclaimed', 'claimed', 'credit', 'refund'];

type Detail = 'amountFen' | 'counter' | 'bucket' | 'effectiveOn' | 'journalId' | 'lineNo' | 'orderId';

/** What each kind needs, and what it may have besides; anything else would be said and not done. */
const details: Readonly<
  Record<AdjustmentKind, { readonly needs: readonly Detail[]; readonly may: readonly Detail[] }>
> = {
  credit: { needs: ['amountFen', 'counter', 'bucket'], may: ['effectiveOn'] },
  debit: { needs: ['amountFen', 'counter'], may: ['effectiveOn'] },
  reversal: { needs: ['journalId', 'lineNo'], may: [] },
  refund: { needs: ['orderId'], may: ['effectiveOn'] },
  unclaimed: { needs: ['orderId'], may: ['effectiveOn'] },
  claimed: { needs: ['orderId'], may: ['effectiveOn'] },
};

const allDetails = [
  'amountFen',
  'counter',
  'bucket',
  'effectiveOn',
  'journalId',
  'lineNo',
  'orderId',
] as const;

/** Everything wrong with a wish, at once. */
export function problemsOf(wish: AdjustmentWish): readonly Problem[] {
  const { needs, may } = details[wish.kind];
  return [
    ...needs.filter((name) => wish[name] === null).map(missing),
    ...allDetails
      .filter((name) => wish[name] !== null && !needs.includes(name) && !may.includes(name))
      .map(foreign),
    ...(wish.amountFen !== null && wish.amountFen <= 0n ? [notPositive] : []),
    ...(['reason', 'paperReference'] as const).flatMap((name) => [
      ...(wish[name].trim() === '' ? [missing(name)] : []),
      ...numberInText(name, wish[name]),
    ]),
  ];
}

const notPositive: Problem = {
  path: 'amountFen',
  detail: { zh: '金额要大于零。', en: 'The amount is above zero.' },
};

function missing(path: string): Problem {
  return { path, detail: { zh: '请填写。', en: 'Fill this in.' } };
}

function foreign(path: string): Problem {
  return { path, detail: { zh: '这种调整不填这一项。', en: 'This kind of adjustment has no such detail.' } };
}
