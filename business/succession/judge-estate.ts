import { allocate, type Fen, type PlainDate } from '#basics';
import { legalShares, type Shares, sameShares, stemsOf } from './shares.ts';
import { type DivisionBasis, isMinor, left, orders, type Successor, succeeds } from './successor.ts';

/** What is on record of an estate, as it is stored with a decision. */
export interface EstateFacts {
  /** The division that the account is divided by; absent while the person's own account is to be paid. */
  readonly divisionId?: string;
  readonly division: {
    readonly basis: DivisionBasis;
    readonly denominator: string;
    /** `[successor, numerator]`, in their order. */
    readonly shares: readonly (readonly [string, string])[];
  } | null;
  readonly successors: readonly Successor[];
  /** Up to how many fen one heir is paid the whole on an undertaking, by the figure of the day; null where there is none. */
  readonly smallEstateFen: string | null;
}

export type EstateProblem =
  | 'no-division'
  | 'share-of-nobody'
  | 'not-equal'
  | 'second-order-too-early'
  | 'not-agreed'
  | 'sum-too-large'
  | 'undertaking-by-other'
  | 'minor-without-guardian'
  | 'legatee-silent'
  | 'word-unconfirmed'
  | 'no-account';

export interface EstateFindings {
  /** Why it cannot be divided so; empty where it can. */
  readonly problems: readonly { readonly problem: EstateProblem; readonly successorId: string | null }[];
  readonly shares: readonly ShareFinding[];
  /** How the fen that are left over are given out. */
  readonly remainder: 'largest-fraction-first';
}

export interface ShareFinding {
  readonly successorId: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly amountFen: string;
  /** Disputed shares are kept back; one without an account waits for it. */
  readonly state: 'payable' | 'held' | 'no-account';
}

/** Decides whether an account may be divided as recorded, and what each share comes to. Pure. */
export function judgeEstate(
  facts: EstateFacts,
  { on, totalFen }: { readonly on: PlainDate; readonly totalFen: Fen },
): EstateFindings {
  const shares = sharesOf(facts);
  if (!shares || !facts.division)
    return { problems: [{ problem: 'no-division', successorId: null }], shares: [], remainder };
  const told = tellShares(facts, { shares, totalFen });
  const problems = [
    ...personal(facts, { shares, on }),
    ...waivedUnseen(facts),
    ...byBasis(facts, { shares, totalFen, basis: facts.division.basis }),
    ...(told.some(({ state }) => state === 'no-account') && !told.some(({ state }) => state === 'payable')
      ? [{ problem: 'no-account' as const, successorId: null }]
      : []),
  ];
  return { problems, shares: told, remainder };
}

const remainder = 'largest-fraction-first';

export function sharesOf({ division }: EstateFacts): Shares | null {
  if (!division) return null;
  return {
    denominator: BigInt(division.denominator),
    parts: division.shares.map(([successorId, numerator]) => ({ successorId, numerator: BigInt(numerator) })),
  };
}

/** Whose shares an objection disputes that stands. */
export function disputedOf(successors: readonly Successor[]): ReadonlySet<string> {
  return new Set(
    successors.flatMap(({ lastWord }) => (lastWord?.word === 'object' ? [...lastWord.disputes] : [])),
  );
}

function tellShares(
  { successors }: EstateFacts,
  { shares, totalFen }: { readonly shares: Shares; readonly totalFen: Fen },
): readonly ShareFinding[] {
  const disputed = disputedOf(successors);
  const amounts = allocate(
    totalFen,
    shares.parts.map(({ numerator }) => numerator),
  );
  return shares.parts.map(({ successorId, numerator }, place) => {
    const account = successors.find(({ id }) => id === successorId)?.accountRevision ?? null;
    const state = disputed.has(successorId) ? 'held' : account === null ? 'no-account' : 'payable';
    return {
      ...{ successorId, numerator: `${numerator}`, denominator: `${shares.denominator}` },
      ...{ amountFen: `${amounts[place] ?? 0n}`, state },
    };
  });
}

type Problems = EstateFindings['problems'];

/** What is wrong with the share of one successor, whatever the division rests on. */
function personal(
  { successors }: EstateFacts,
  { shares, on }: { readonly shares: Shares; readonly on: PlainDate },
): Problems {
  return shares.parts.flatMap(({ successorId }) => {
    const heir = successors.find(({ id }) => id === successorId);
    const found: EstateProblem[] = [];
    if (!heir || !succeeds(heir)) found.push('share-of-nobody');
    if (heir && isMinor(heir, on) && !heir.guardian) found.push('minor-without-guardian');
    if (heir?.basis === 'legacy' && heir.lastWord?.word !== 'agree' && heir.lastWord?.word !== 'object')
      found.push('legatee-silent');
    return found.map((problem) => ({ problem, successorId }));
  });
}

/** Nobody saw who opened a link that a relative passed on: a waiver by it is confirmed before the others share what is left. */
function waivedUnseen({ successors }: EstateFacts): Problems {
  return successors
    .filter(({ lastWord }) => lastWord?.word === 'waive' && lastWord.invited)
    .map(({ id }) => ({ problem: 'word-unconfirmed', successorId: id }));
}

interface Asked {
  readonly shares: Shares;
  readonly totalFen: Fen;
  readonly basis: DivisionBasis;
}

/** What the basis of the shares asks for. A will and a court's word give the shares themselves. */
function byBasis(facts: EstateFacts, { shares, totalFen, basis }: Asked): Problems {
  const { successors } = facts;
  if (basis === 'will' || basis === 'court') return [];
  const early = secondOrderTooEarly(successors, shares);
  if (basis === 'equal') {
    const legal = legalShares(successors);
    const equal = legal !== null && sameShares(legal, shares);
    return equal ? [] : early.length > 0 ? early : [{ problem: 'not-equal', successorId: null }];
  }
  if (basis === 'undertaking') return [...early, ...ofUndertaking(facts, { shares, totalFen })];
  return [...early, ...notAgreed(facts)];
}

function secondOrderTooEarly(successors: readonly Successor[], shares: Shares): Problems {
  if (stemsOf(successors, 1).length === 0) return [];
  return shares.parts.flatMap(({ successorId }) => {
    const heir = successors.find(({ id }) => id === successorId);
    const second = heir?.basis === 'legal' && orders[heir.relation] === 2;
    return second ? [{ problem: 'second-order-too-early' as const, successorId }] : [];
  });
}

/** Unequal shares are agreed to, this very division, by everybody whom the law would give one. */
function notAgreed({ successors, divisionId }: EstateFacts): Problems {
  const entitled = legalShares(successors)?.parts ?? [];
  return entitled.flatMap(({ successorId }): Problems => {
    const word = successors.find(({ id }) => id === successorId)?.lastWord;
    const agreed = word?.word === 'agree' && word.divisionId === divisionId;
    if (agreed && (word.invited || word.unseen)) return [{ problem: 'word-unconfirmed', successorId }];
    return agreed ? [] : [{ problem: 'not-agreed', successorId }];
  });
}

/** How far an heir's agreement is, where the shares rest on everybody's. */
export const agreements = ['not-needed', 'lacking', 'to-confirm', 'counts'] as const;

export type Agreement = (typeof agreements)[number];

/** As the decision will judge it: who gave it by a way on which nobody of the agency saw them confirms it once more. */
export function agreementOf(facts: EstateFacts, successorId: string): Agreement {
  if (facts.division?.basis !== 'agreement') return 'not-needed';
  const entitled = legalShares(facts.successors)?.parts ?? [];
  if (!entitled.some((part) => part.successorId === successorId)) return 'not-needed';
  const found = notAgreed(facts).find((one) => one.successorId === successorId);
  if (found === undefined) return 'counts';
  return found.problem === 'word-unconfirmed' ? 'to-confirm' : 'lacking';
}

function ofUndertaking(
  { successors, smallEstateFen }: EstateFacts,
  { shares, totalFen }: { readonly shares: Shares; readonly totalFen: Fen },
): Problems {
  const entitled = new Set(legalShares(successors)?.parts.map(({ successorId }) => successorId));
  const [only] = shares.parts;
  const byHeir = shares.parts.length === 1 && only !== undefined && entitled.has(only.successorId);
  // Whoever objects has not trusted the undertaking.
  const trusted = !successors.some(({ lastWord }) => lastWord?.word === 'object' && !left(lastWord));
  return [
    ...(smallEstateFen !== null && totalFen <= BigInt(smallEstateFen)
      ? []
      : [{ problem: 'sum-too-large' as const, successorId: null }]),
    ...(byHeir && trusted
      ? []
      : [{ problem: 'undertaking-by-other' as const, successorId: only?.successorId ?? null }]),
  ];
}
