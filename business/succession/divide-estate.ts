import {
  allocate,
  type Fen,
  ok,
  type PlainDate,
  type Problem,
  type Refusal,
  type Result,
  refuse,
} from '#basics';
import { numberInText } from '#business/registry/public';
import type { Tx } from '#platform/postgres';
import type { EstateCase, SuccessionContext } from './context.ts';
import { type Estate, estateFacts } from './estate.ts';
import { guarded } from './guarded.ts';
import { callDecideDivision, callDivideSettled, callRecordDivision, type Recorder } from './guards.store.ts';
import { legalShares, overOneDenominator, type Shares } from './shares.ts';
import type { DivisionBasis } from './successor.ts';

/** A share as people write it: `1/3`. */
export interface GivenShare {
  readonly successorId: string;
  readonly share: string;
}

export interface NewDivision {
  readonly basis: DivisionBasis;
  /** Null takes the equal shares of the law. */
  readonly shares: readonly GivenShare[] | null;
  readonly paperReference: string | null;
  /** The order that is divided anew; null before the settlement. */
  readonly orderId: string | null;
}

/** Records how the account, or an order that is kept back or came back, is divided; answers the division’s id. */
export async function recordDivision(
  tx: Tx,
  context: SuccessionContext,
  asked: {
    readonly file: EstateCase;
    readonly recorder: Recorder;
    readonly given: NewDivision;
    readonly estate: Estate;
    readonly today: PlainDate;
  },
): Promise<Result<string, Refusal>> {
  const { file, recorder, given, estate, today } = asked;
  const problems = paperProblems(given);
  if (problems.length > 0) return refuse({ code: 'succession.wrong', problems });
  const shares = given.shares === null ? equalShares(estate, today) : readShares(given.shares);
  if (!shares.ok) return shares;
  const divisionId = context.ids.next('div');
  const done = await guarded(
    callRecordDivision(tx, {
      ...recorder,
      ...{ ownerId: file.ownerId, caseId: file.id, divisionId, orderId: given.orderId, basis: given.basis },
      denominator: shares.value.denominator,
      successors: shares.value.parts.map(({ successorId }) => successorId),
      numerators: shares.value.parts.map(({ numerator }) => numerator),
      paperReference: given.paperReference?.trim() ?? null,
      at: context.clock.now(),
    }),
  );
  return done.ok ? ok(divisionId) : done;
}

/** Reads shares that must sum to one exactly. */
export function readShares(given: readonly GivenShare[]): Result<Shares, Refusal> {
  const read = given.map(({ successorId, share }) => {
    const [, numerator = '0', denominator = '0'] =
      /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(share.trim()) ?? [];
    return { successorId, numerator: BigInt(numerator), denominator: BigInt(denominator) };
  });
  const bad = read.flatMap(({ denominator }, place) => (denominator === 0n ? [notAShare(place)] : []));
  const twice = given.some(
    ({ successorId }, at) => given.findIndex((one) => one.successorId === successorId) !== at,
  );
  if (bad.length > 0 || twice || given.length > 100)
    return refuse({ code: 'succession.wrong', problems: bad.length > 0 ? bad : [oneShareEach] });
  const shares = overOneDenominator(read);
  const sum = shares.parts.reduce((total, { numerator }) => total + numerator, 0n);
  if (given.length === 0 || sum !== shares.denominator) return refuse({ code: 'succession.shares-not-one' });
  if (shares.denominator >= 10n ** 18n) return refuse({ code: 'succession.wrong', problems: [tooFine] });
  return ok(shares);
}

function equalShares(estate: Estate, today: PlainDate): Result<Shares, Refusal> {
  const shares = legalShares(estateFacts(estate, today).successors);
  return shares ? ok(shares) : refuse({ code: 'succession.nobody-inherits' });
}

/** What one heir gets of an order. */
export interface SharedOut {
  readonly successorId: string;
  readonly orderId: string;
  readonly amountFen: Fen;
  readonly numerator: string;
}

interface Order {
  readonly orderId: string;
  readonly amountFen: Fen;
}

/** Divides what a settlement ordered by the division of the approved decision, in the settlement’s own transaction. */
export async function divideSettled(
  tx: Tx,
  context: Pick<SuccessionContext, 'ids' | 'clock'>,
  asked: {
    readonly file: EstateCase;
    readonly order: Order;
    readonly divisionId: string;
    readonly shares: Shares;
  },
): Promise<Result<readonly SharedOut[], Refusal>> {
  const { file, order, divisionId, shares } = asked;
  const parts = sharedOut(context, { order, shares });
  const done = await guarded(
    callDivideSettled(tx, {
      ...{ ownerId: file.ownerId, caseId: file.id, orderId: order.orderId, divisionId },
      ...idsAndAmounts(parts),
      at: context.clock.now(),
    }),
  );
  return done.ok ? ok(parts) : done;
}

/** A second officer decides on a division anew; approved, its orders can be paid. */
export async function decideDivision(
  tx: Tx,
  context: Pick<SuccessionContext, 'ids' | 'clock'>,
  asked: {
    readonly file: EstateCase;
    readonly token: string;
    readonly order: Order;
    readonly divisionId: string;
    readonly shares: Shares;
    readonly approved: boolean;
    readonly reason: string | null;
  },
): Promise<Result<readonly SharedOut[], Refusal>> {
  const { file, token, order, divisionId, shares, approved, reason } = asked;
  if (!approved && (reason === null || reason.trim() === ''))
    return refuse({ code: 'succession.reason-missing' });
  const parts = sharedOut(context, { order, shares });
  const done = await guarded(
    callDecideDivision(tx, {
      ...{ token, ownerId: file.ownerId, divisionId, approved, reason: reason?.trim() || null },
      ...idsAndAmounts(parts),
      at: context.clock.now(),
    }),
  );
  return done.ok ? ok(approved ? parts : []) : done;
}

function sharedOut(
  { ids }: Pick<SuccessionContext, 'ids'>,
  { order, shares }: { readonly order: Order; readonly shares: Shares },
): readonly SharedOut[] {
  const amounts = allocate(
    order.amountFen,
    shares.parts.map(({ numerator }) => numerator),
  );
  // Made in one millisecond; sorted, so that every list and bank file shows the heirs in their order.
  const orderIds = shares.parts.map(() => ids.next('ord')).sort();
  return shares.parts.map(({ successorId, numerator }, place) => ({
    ...{ successorId, orderId: orderIds[place] ?? '', numerator: `${numerator}/${shares.denominator}` },
    amountFen: amounts[place] ?? (0n as Fen), // as many amounts as shares
  }));
}

function idsAndAmounts(parts: readonly SharedOut[]) {
  return {
    orderIds: parts.map(({ orderId }) => orderId),
    amounts: parts.map(({ amountFen }) => amountFen),
  };
}

function paperProblems({ basis, paperReference, shares }: NewDivision): readonly Problem[] {
  const paper = paperReference?.trim() ?? '';
  if (basis === 'equal')
    return [...(shares === null ? [] : [equalNeedsNone]), ...numberInText('paperReference', paper)];
  if (paper === '' || paper.length > 200) return [{ path: 'paperReference', detail: paperNeeded }];
  return numberInText('paperReference', paper);
}

const paperNeeded = {
  zh: '不是法定均等的，请写明依据材料的归档号（协议、遗嘱、承诺书或裁判文书），不超过 200 个字',
  en: 'Unless the shares are equal by law, give the reference of the paper (agreement, will, undertaking or court document)',
};
const equalNeedsNone: Problem = {
  path: 'shares',
  detail: { zh: '法定均等的份额由系统计算，不用填写', en: 'Equal shares are computed; leave them out' },
};
const oneShareEach: Problem = {
  path: 'shares',
  detail: { zh: '每位继承人只写一份', en: 'Give each heir one share' },
};
const tooFine: Problem = {
  path: 'shares',
  detail: { zh: '份额的分母太大', en: 'The denominators are too large together' },
};

function notAShare(place: number): Problem {
  return {
    path: `shares.${place}.share`,
    detail: { zh: '份额写成分数，例如 1/3', en: 'A share is written as a fraction, such as 1/3' },
  };
}
