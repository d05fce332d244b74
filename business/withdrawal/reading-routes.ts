import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import { personsOfCase } from '#engines/casework';
import type { Operation } from '#platform/http';
import type { WithdrawalContext } from './context.ts';
import { explainWithdrawal } from './explain-withdrawal.ts';
import { caseOf, type Read, tag } from './operation-parts.ts';
import { readHistory } from './read-history.ts';
import { listWithdrawals, readWithdrawal } from './read-withdrawal.ts';
import * as schemas from './schemas.ts';

const readers = ['insured', 'successor', 'agent', 'clerk', 'reviewer', 'finance', 'auditor'] as const;

const listAllWithdrawals: Read = {
  ...{ id: 'listWithdrawals', kind: 'read', method: 'GET', path: '/withdrawals', tag, roles: readers },
  summary: { zh: '支取办件清单，先到期的在前', en: 'Withdrawals, those due first at the top' },
  query: schemas.list,
  answer: schemas.items,
  refusals: [],
  async run(reader, { context, caller, query }) {
    const { state, officeId, dueOnOrBefore, cursor, limit } = schemas.list.parse(query);
    const filter = { states: state?.split(',') ?? null, officeId: officeId ?? null, limit };
    const asked = { ...filter, dueOnOrBefore: dueOnOrBefore ?? null, cursor: cursor ?? null };
    return ok(await listWithdrawals(reader, { ...asked, context, caller }));
  },
};

const readOneWithdrawal: Read = {
  ...{ id: 'readWithdrawal', kind: 'read', method: 'GET', path: '/withdrawals/{number}', tag },
  roles: readers,
  summary: { zh: '查看一件支取', en: 'One withdrawal, with what is missing and what can be done' },
  params: schemas.number,
  answer: schemas.view,
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  refusals: ['casework.no-case', 'withdrawal.rule-version-unknown'],
  run: (reader, asked) => readWithdrawal(reader, caseOf(asked)),
};

const readWithdrawalHistory: Read = {
  ...{ id: 'readWithdrawalHistory', kind: 'read', method: 'GET', path: '/withdrawals/{number}/history', tag },
  roles: readers,
  summary: { zh: '办理经过', en: 'What happened in a withdrawal' },
  params: schemas.number,
  answer: schemas.history,
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  refusals: ['casework.no-case'],
  async run(reader, asked) {
    const told = await readHistory(reader, caseOf(asked));
    return told.ok ? ok({ items: told.value }) : told;
  },
};

const explainOneWithdrawal: Read = {
  ...{ id: 'explainWithdrawal', kind: 'read', method: 'GET', path: '/withdrawals/{number}/explanation', tag },
  roles: readers,
  summary: { zh: '为什么这样决定', en: 'Why a withdrawal came out as it did' },
  params: schemas.number,
  query: schemas.explaining,
  answer: schemas.explanation,
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  refusals: ['casework.no-case'],
  run(reader, asked) {
    const verify = schemas.explaining.parse(asked.query).verify === 'true';
    return explainWithdrawal(reader, { ...caseOf(asked), verify });
  },
};

/** What everybody who is concerned may read. */
export const readingOperations: readonly Operation<WithdrawalContext, Caller>[] = [
  listAllWithdrawals,
  readOneWithdrawal,
  readWithdrawalHistory,
  explainOneWithdrawal,
];
