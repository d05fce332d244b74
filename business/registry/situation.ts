import { monthOf, type PlainDate } from '#basics';
import type { AssessmentRequest } from './facts.ts';
import { countPaidMonths, type PaidPeriod } from './paid-months.ts';
import type { Standing } from './record-entry.ts';

type Open = Required<Omit<NonNullable<AssessmentRequest['open']>, 'competingCase'>>;

/**
 * What the register knows of a person, in the shape of the assessment request. The account and competing cases stand in
 * other books; whoever assesses adds them.
 */
export interface Situation {
  readonly person: Required<NonNullable<AssessmentRequest['person']>>;
  readonly relationship: NonNullable<AssessmentRequest['relationship']> | null;
  readonly transfer: Required<NonNullable<AssessmentRequest['transfer']>> | null;
  readonly succession: { readonly established: boolean } | null;
  readonly open: Open;
}

export interface OnRecord {
  readonly nationality: string;
  readonly standing: Standing;
  readonly periods: readonly Pick<PaidPeriod, 'fromMonth' | 'toMonth'>[];
  /** Months after this day's are not counted yet. */
  readonly onDate?: PlainDate | undefined;
}

/** What is not on record has not happened (null); a status that nobody recorded stays unknown (absent), never guessed. */
export function situationFrom(record: OnRecord): Situation {
  const { standing } = record;
  return {
    person: {
      nationality: record.nationality,
      retiredOn: standing.retired?.on ?? null,
      diedOn: standing.died?.on ?? null,
      nationalityLostOn: standing['nationality-lost']?.on ?? null,
      leftCountry: standing['left-country']?.left ?? null,
      treatmentElsewhere: filingFrom(standing),
    },
    relationship: relationshipFrom(record),
    transfer: standing.transfer?.transfer ?? null,
    succession: standing.succession ? { established: standing.succession.established } : null,
    open: {
      claims: standing['open-claims']?.open ?? false,
      recoveries: standing['open-recoveries']?.open ?? false,
      investigation: standing.investigation?.open ?? false,
    },
  };
}

/** Of a filing the assessment is told where it is for and when it was confirmed. */
function filingFrom(standing: Standing): Situation['person']['treatmentElsewhere'] {
  const filing = standing['treatment-elsewhere']?.filing;
  return filing ? { region: filing.region, confirmedOn: filing.confirmedOn } : null;
}

/** Null says "never insured here", so it needs that nothing at all is on record: no status, no roster, no paid month. */
function relationshipFrom({ standing, periods, onDate }: OnRecord): Situation['relationship'] {
  const { relationship, roster } = standing;
  const paidMonths = countPaidMonths(periods, onDate === undefined ? undefined : monthOf(onDate));
  if (!relationship && !roster && paidMonths === 0) return null;
  return {
    ...(relationship ? { status: relationship.status } : {}),
    ...(roster ? { onEmployerRoster: roster.onEmployerRoster } : {}),
    ...(relationship ? { stoppedOn: relationship.stoppedOn } : {}),
    paidMonths,
  };
}
