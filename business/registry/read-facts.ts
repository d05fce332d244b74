import { isPlainDate, type PlainDate, type Problem } from '#basics';
import { balanceWithoutAccount, noRuleSet } from './fact-problems.ts';
import { balanceAnswers, type Facts, neverInsured, relationshipStatuses } from './facts.ts';
import { type Draft, emptyDraft, type Given, note, noteAll } from './facts-draft.ts';
import { readPerson } from './read-person.ts';
import {
  asObject,
  balance,
  day,
  dayOrNull,
  months,
  notAnObject,
  oneOf,
  orNull,
  region,
  required,
  text,
  truth,
  unknownKeys,
} from './value-checks.ts';

/** The facts laid flat, or everything that is wrong with the request, in the order of the contract's keys. */
export type Reading =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Whether some rule set decides in a region on a day; on any day at all where the day is not known. */
export type HasRules = (region: string, onDate: PlainDate | null) => boolean;

/** Reads an assessment request once, at the door. */
export function readFacts(request: unknown, hasRules: HasRules): Reading {
  const draft = emptyDraft();
  const root = asObject(request);
  if (root === undefined) draft.problems.push(notAnObject('', request));
  else readRoot(draft, { root, hasRules });
  const { facts, problems } = draft;
  return problems.length === 0 ? { ok: true, facts } : { ok: false, problems };
}

const known = {
  request: new Set([
    'onDate',
    'region',
    'person',
    'relationship',
    'account',
    'transfer',
    'succession',
    'open',
  ]),
  relationship: new Set(['status', 'onEmployerRoster', 'stoppedOn', 'paidMonths']),
  account: new Set(['exists', 'balanceFen']),
  transfer: new Set(['to', 'appliedOn', 'balance', 'evidenceOn']),
  succession: new Set(['established']),
  open: new Set(['claims', 'recoveries', 'investigation', 'competingCase']),
} as const;

const requiredDay = required(day);
const requiredRegion = required(region);
const requiredText = required(text);
const status = oneOf(relationshipStatuses);
const balanceLeg = orNull(oneOf(balanceAnswers));

function readRoot(
  draft: Draft,
  { root, hasRules }: { readonly root: Given; readonly hasRules: HasRules },
): void {
  const { facts, problems } = draft;
  note(problems, requiredDay('onDate', root.onDate));
  facts.onDate = root.onDate as PlainDate; // checked on the line above; facts are used only where no problem was found
  const wrongRegion = requiredText('region', root.region);
  if (wrongRegion) problems.push(wrongRegion);
  else {
    facts.region = `${root.region}`;
    const onDate = isPlainDate(root.onDate) ? root.onDate : null;
    if (!hasRules(facts.region, onDate)) problems.push(noRuleSet('region'));
  }
  if (root.person !== undefined) readPerson(draft, root.person);
  if (root.relationship !== undefined) readRelationship(draft, root.relationship);
  if (root.account !== undefined) readAccount(draft, root.account);
  if (root.transfer !== undefined) readTransfer(draft, root.transfer);
  if (root.succession !== undefined) readSuccession(draft, root.succession);
  if (root.open !== undefined) readOpen(draft, root.open);
  noteAll(problems, unknownKeys(root, { prefix: '', known: known.request }));
}

function readRelationship({ facts, problems }: Draft, value: unknown): void {
  if (value === null) {
    Object.assign(facts, neverInsured);
    return;
  }
  const relationship = asObject(value);
  if (relationship === undefined) {
    problems.push(notAnObject('relationship', value));
    return;
  }
  note(problems, status('relationship.status', relationship.status));
  note(problems, truth('relationship.onEmployerRoster', relationship.onEmployerRoster));
  note(problems, dayOrNull('relationship.stoppedOn', relationship.stoppedOn));
  note(problems, months('relationship.paidMonths', relationship.paidMonths));
  noteAll(problems, unknownKeys(relationship, { prefix: 'relationship.', known: known.relationship }));
  facts.relationship = true;
  facts.relationshipStatus = relationship.status as Facts['relationshipStatus']; // checked above
  facts.onEmployerRoster = relationship.onEmployerRoster as Facts['onEmployerRoster']; // checked above
  facts.stoppedOn = relationship.stoppedOn as Facts['stoppedOn']; // checked above
  facts.paidMonths = relationship.paidMonths as Facts['paidMonths']; // checked above
}

function readAccount({ facts, problems }: Draft, value: unknown): void {
  if (value === null) {
    facts.account = null;
    facts.accountExists = false;
    return;
  }
  const account = asObject(value);
  if (account === undefined) {
    problems.push(notAnObject('account', value));
    return;
  }
  note(problems, truth('account.exists', account.exists));
  note(problems, balance('account.balanceFen', account.balanceFen) ?? balanceOfNothing(account));
  noteAll(problems, unknownKeys(account, { prefix: 'account.', known: known.account }));
  facts.account = true;
  facts.accountExists = account.exists as Facts['accountExists']; // checked above
  facts.balanceFen = account.balanceFen as Facts['balanceFen']; // checked above
}

function balanceOfNothing({ exists, balanceFen }: Given): Problem | null {
  const noAccount = exists === false || exists === undefined;
  return balanceFen !== undefined && noAccount ? balanceWithoutAccount('account.balanceFen') : null;
}

function readTransfer({ facts, problems }: Draft, value: unknown): void {
  if (value === null) {
    facts.transfer = null;
    facts.transferAppliedOn = facts.transferBalance = facts.transferEvidenceOn = null;
    return;
  }
  const transfer = asObject(value);
  if (transfer === undefined) {
    problems.push(notAnObject('transfer', value));
    return;
  }
  note(problems, requiredRegion('transfer.to', transfer.to));
  note(problems, dayOrNull('transfer.appliedOn', transfer.appliedOn));
  note(problems, balanceLeg('transfer.balance', transfer.balance));
  note(problems, dayOrNull('transfer.evidenceOn', transfer.evidenceOn));
  noteAll(problems, unknownKeys(transfer, { prefix: 'transfer.', known: known.transfer }));
  facts.transfer = true;
  facts.transferTo = transfer.to as string; // checked above
  facts.transferAppliedOn = transfer.appliedOn as Facts['transferAppliedOn']; // checked above
  facts.transferBalance = transfer.balance as Facts['transferBalance']; // checked above
  facts.transferEvidenceOn = transfer.evidenceOn as Facts['transferEvidenceOn']; // checked above
}

function readSuccession({ facts, problems }: Draft, value: unknown): void {
  if (value === null) {
    facts.succession = null;
    facts.successorEstablished = false;
    return;
  }
  const succession = asObject(value);
  if (succession === undefined) {
    problems.push(notAnObject('succession', value));
    return;
  }
  note(problems, truth('succession.established', succession.established));
  noteAll(problems, unknownKeys(succession, { prefix: 'succession.', known: known.succession }));
  facts.succession = true;
  facts.successorEstablished = succession.established as Facts['successorEstablished']; // checked above
}

function readOpen({ facts, problems }: Draft, value: unknown): void {
  const open = asObject(value);
  if (open === undefined) {
    problems.push(notAnObject('open', value));
    return;
  }
  note(problems, truth('open.claims', open.claims));
  note(problems, truth('open.recoveries', open.recoveries));
  note(problems, truth('open.investigation', open.investigation));
  note(problems, truth('open.competingCase', open.competingCase));
  noteAll(problems, unknownKeys(open, { prefix: 'open.', known: known.open }));
  facts.openClaims = open.claims as Facts['openClaims']; // checked above, as are the next three
  facts.openRecoveries = open.recoveries as Facts['openRecoveries']; // checked above
  facts.openInvestigation = open.investigation as Facts['openInvestigation']; // checked above
  facts.competingCase = open.competingCase as Facts['competingCase']; // checked above
}
