import type { PlainDate } from '#basics';
import type { AssessmentRequest } from '#business/registry/public';
import { type Answers, dayAnswered } from '../../ui/checker-answers.ts';
import type { Known } from './known.ts';

export interface Asked {
  readonly answers: Answers;
  readonly region: string;
  readonly today: PlainDate;
  /** What was found out before; without it everything is weighed anew. */
  readonly known?: Known;
}

// No rule asks whereto; a request names some place.
const someCountry = 'CAN';
const someCity = (region: string) => (region.startsWith('11') ? '310000' : '110000');

/**
 * The request that the answers come to. What an answer rules out is null there, what has not been answered is absent, and
 * "I do not know" is absent too. Who has not left yet is answered for the day on which they mean to.
 */
export function requestOf({ answers, region, today }: Asked): AssessmentRequest {
  const leaving = dayAnswered(answers, 'left');
  const onDate = leaving !== null && leaving > today ? leaving : today;
  const { what } = answers;
  const leaves = what === 'settle' || what === 'return-home';
  return {
    onDate,
    region,
    person: {
      nationality: what === 'return-home' ? someCountry : 'CHN',
      ...retirement(answers, { onDate, leaving }),
      diedOn: what === 'death' ? onDate : null,
      nationalityLostOn: what === 'nationality' ? onDate : null,
      ...(leaves ? departure(answers, leaving) : { leftCountry: null }),
      ...filing(answers, { region, onDate }),
    },
    ...relationship(answers),
    transfer: transfer(answers, { region, onDate }),
    ...(what === 'death' ? succession(answers) : { succession: null }),
  };
}

type Person = NonNullable<AssessmentRequest['person']>;

function retirement(
  answers: Answers,
  { onDate, leaving }: { readonly onDate: PlainDate; readonly leaving: PlainDate | null },
): Pick<Person, 'retiredOn'> {
  const { what } = answers;
  if (what === 'elsewhere') return { retiredOn: onDate };
  if (what === 'death' || what === 'nationality' || what === 'money' || what === 'refused')
    return { retiredOn: null };
  const answer = what === 'move' ? answers.retired : answers['retired-then'];
  if (answer === 'no') return { retiredOn: null };
  return answer === 'yes' ? { retiredOn: leaving ?? onDate } : {};
}

function departure(answers: Answers, on: PlainDate | null): Pick<Person, 'leftCountry'> {
  if (on === null) return {};
  const purpose = answers.what === 'settle' ? 'settle' : 'return-home';
  return { leftCountry: { on, to: someCountry, purpose } };
}

function filing(
  answers: Answers,
  { region, onDate }: Pick<AssessmentRequest, 'region' | 'onDate'>,
): Pick<Person, 'treatmentElsewhere'> {
  if (answers.what !== 'elsewhere') return { treatmentElsewhere: null };
  if (answers.filing === undefined) return {};
  const filed = { region: someCity(region) };
  if (answers.filing === 'unsure') return { treatmentElsewhere: filed };
  // Who has not filed yet lacks the confirmation as well, and is told to file.
  return { treatmentElsewhere: { ...filed, confirmedOn: answers.filing === 'confirmed' ? onDate : null } };
}

function relationship({ what, insured, roster }: Answers): Pick<AssessmentRequest, 'relationship'> {
  if (what === 'refused') return { relationship: { status: 'transferred', stoppedOn: null } };
  const status = insured === 'active' ? 'active' : insured === 'stopped' ? 'suspended' : undefined;
  const onEmployerRoster = roster === 'still' ? true : roster === 'removed' ? false : undefined;
  if (status === undefined && onEmployerRoster === undefined && insured === undefined && roster === undefined)
    return {};
  return {
    relationship: {
      ...(status ? { status, stoppedOn: null } : {}),
      ...(onEmployerRoster === undefined ? {} : { onEmployerRoster }),
    },
  };
}

function transfer(
  answers: Answers,
  { region, onDate }: Pick<AssessmentRequest, 'region' | 'onDate'>,
): NonNullable<AssessmentRequest['transfer']> | null {
  const { what, answer } = answers;
  const to = someCity(region);
  if (what === 'move') return { to, appliedOn: onDate, balance: null };
  if (what !== 'refused' || answer === undefined) return null;
  if (answer === 'refused') return { to, appliedOn: onDate, balance: 'refused', evidenceOn: onDate };
  // Silence counts once it has been asked after in writing.
  const evidenceOn = answer === 'no-account' ? onDate : null;
  return { to, appliedOn: onDate, balance: 'no-account-information', evidenceOn };
}

function succession({ heirs }: Answers): Pick<AssessmentRequest, 'succession'> {
  if (heirs === 'yes') return { succession: { established: true } };
  return heirs === 'no' ? { succession: { established: false } } : {};
}
