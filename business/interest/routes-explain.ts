import { ok, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import type { ReadOperation } from '#platform/http';
import type { InterestContext } from './context.ts';
import { type ExplainedPart, explainInterest, type InterestExplanation } from './explain-interest.ts';
import * as schemas from './schemas.ts';

/** A year's interest of one account, for its holder and for officers at work on cases. */
export const explainYearOfPerson: ReadOperation<InterestContext, Caller> = {
  ...{ id: 'explainInterest', kind: 'read', method: 'GET', tag: 'interest' },
  path: '/people/{personId}/account/interest/{year}',
  roles: ['insured', 'agent', 'clerk', 'reviewer', 'auditor'],
  summary: {
    zh: '一年利息的由来：每笔的天数、利率和来源，入账和补差',
    en: 'Why a year’s interest is what it is: days, rates and sources of each entry, what was posted and why again',
  },
  params: schemas.personYear,
  answer: schemas.explanation,
  refusals: ['personal-account.none', 'interest.nothing-to-explain'],
  async run(reader, { context, caller, params }) {
    const { personId: owner, year } = schemas.personYear.parse(params);
    const today = shanghaiDate(context.clock.now());
    const told = await explainInterest(reader, { caller, owner, year, today, region: context.region });
    return told.ok ? ok(shown(told.value)) : told;
  },
};

function shown(told: InterestExplanation) {
  return {
    ...told,
    carriedFen: `${told.carriedFen}`,
    inflowFen: `${told.inflowFen}`,
    debitFen: `${told.debitFen}`,
    interestFen: `${told.interestFen}`,
    postedFen: `${told.postedFen}`,
    lines: told.lines.map((line) => ({
      ...line,
      amountFen: `${line.amountFen}`,
      parts: line.parts.map(shownPart),
    })),
    postings: told.postings.map((posting) => ({
      ...posting,
      changeFen: `${posting.changeFen}`,
      elsewhereFen: `${posting.elsewhereFen}`,
      recordedAt: posting.recordedAt.toISOString(),
      dueFen: amountText(posting.dueFen),
      postedBeforeFen: amountText(posting.postedBeforeFen),
    })),
  };
}

function shownPart({ rate, ...part }: ExplainedPart) {
  return { ...part, ratePpm: `${rate.ratePpm}`, dayCount: rate.dayCount };
}

function amountText(amountFen: bigint | null): string | null {
  return amountFen === null ? null : `${amountFen}`;
}
