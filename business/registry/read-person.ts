import { isPlainDate, type PlainDate, type Problem } from '#basics';
import { diedTooEarly } from './fact-problems.ts';
import { type Facts, leavingPurposes } from './facts.ts';
import { type Draft, type Given, note, noteAll } from './facts-draft.ts';
import {
  asObject,
  country,
  day,
  dayOrNull,
  notAnObject,
  oneOf,
  region,
  required,
  unknownKeys,
} from './value-checks.ts';

const known = {
  person: new Set([
    'nationality',
    'retiredOn',
    'diedOn',
    'nationalityLostOn',
    'leftCountry',
    'treatmentElsewhere',
  ]),
  leftCountry: new Set(['on', 'to', 'purpose']),
  treatmentElsewhere: new Set(['region', 'confirmedOn']),
} as const;

const requiredDay = required(day);
const requiredRegion = required(region);
const requiredCountry = required(country);
const requiredPurpose = required(oneOf(leavingPurposes));

/** Reads what is said about the person, in the order of the contract's keys. */
export function readPerson(draft: Draft, value: unknown): void {
  const { facts, problems } = draft;
  const person = asObject(value);
  if (person === undefined) {
    problems.push(notAnObject('person', value));
    return;
  }
  note(problems, country('person.nationality', person.nationality));
  note(problems, dayOrNull('person.retiredOn', person.retiredOn));
  note(problems, dayOrNull('person.diedOn', person.diedOn) ?? diedBefore(person));
  note(problems, dayOrNull('person.nationalityLostOn', person.nationalityLostOn));
  facts.nationality = person.nationality as Facts['nationality']; // checked above, as are the dates below
  facts.retiredOn = person.retiredOn as Facts['retiredOn']; // checked above
  facts.diedOn = person.diedOn as Facts['diedOn']; // checked above
  facts.nationalityLostOn = person.nationalityLostOn as Facts['nationalityLostOn']; // checked above
  if (person.leftCountry === null) facts.leftCountry = null;
  else if (person.leftCountry !== undefined) readLeftCountry(draft, person.leftCountry);
  if (person.treatmentElsewhere === null) facts.treatmentElsewhere = facts.treatmentConfirmedOn = null;
  else if (person.treatmentElsewhere !== undefined) readTreatment(draft, person.treatmentElsewhere);
  noteAll(problems, unknownKeys(person, { prefix: 'person.', known: known.person }));
}

/** Nobody retires or leaves after death: compared as written, even where the dates are still to come. */
function diedBefore(person: Given): Problem | null {
  const { diedOn, retiredOn } = person;
  if (!isPlainDate(diedOn)) return null;
  const leftOn = asObject(person.leftCountry)?.on;
  const early = (isPlainDate(retiredOn) && diedOn < retiredOn) || (isPlainDate(leftOn) && diedOn < leftOn);
  return early ? diedTooEarly('person.diedOn') : null;
}

function readLeftCountry({ facts, problems }: Draft, value: unknown): void {
  const left = asObject(value);
  if (left === undefined) {
    problems.push(notAnObject('person.leftCountry', value));
    return;
  }
  note(problems, requiredDay('person.leftCountry.on', left.on));
  note(problems, requiredCountry('person.leftCountry.to', left.to));
  note(problems, requiredPurpose('person.leftCountry.purpose', left.purpose));
  noteAll(problems, unknownKeys(left, { prefix: 'person.leftCountry.', known: known.leftCountry }));
  facts.leftCountry = true;
  facts.leftOn = left.on as PlainDate; // checked above
  facts.leftTo = left.to as string; // checked above
  facts.leftPurpose = left.purpose as Facts['leftPurpose']; // checked above
}

function readTreatment({ facts, problems }: Draft, value: unknown): void {
  const filing = asObject(value);
  if (filing === undefined) {
    problems.push(notAnObject('person.treatmentElsewhere', value));
    return;
  }
  note(problems, requiredRegion('person.treatmentElsewhere.region', filing.region));
  note(problems, dayOrNull('person.treatmentElsewhere.confirmedOn', filing.confirmedOn));
  noteAll(
    problems,
    unknownKeys(filing, { prefix: 'person.treatmentElsewhere.', known: known.treatmentElsewhere }),
  );
  facts.treatmentElsewhere = true;
  facts.treatmentRegion = filing.region as string; // checked above
  facts.treatmentConfirmedOn = filing.confirmedOn as Facts['treatmentConfirmedOn']; // checked above
}
