import type { Caller } from '#business/access/public';
import { personsOfCase } from '#engines/casework';
import type { Operation } from '#platform/http';
import type { TransferContext } from '../context.ts';
import { caseOf, type Read, shown, stepRefusals, tag, type Write } from '../operation-parts.ts';
import * as schemas from '../schemas.ts';
import { listMatches, listMoney } from './list-money.ts';
import { decideMatch, matchMoney } from './match-money.ts';
import * as decisions from './schemas.ts';

const listTransferMoney: Read = {
  ...{ id: 'listTransferMoney', kind: 'read', method: 'GET', path: '/transfer-money', tag },
  roles: ['finance', 'auditor'],
  summary: {
    zh: '到账而没有归属的款项，以及可能属于哪件转移',
    en: 'Money that came in and is nobody’s yet, with the transfers that it may belong to',
  },
  query: decisions.page,
  answer: decisions.money,
  refusals: ['http.cursor'],
  shows: 'nobody',
  run(reader, { context, query }) {
    const { cursor = null, limit } = decisions.page.parse(query);
    return listMoney(reader, { context, cursor, limit });
  },
};

const listTransferMatches: Read = {
  ...{ id: 'listTransferMatches', kind: 'read', method: 'GET', path: '/transfer-matches', tag },
  roles: ['finance', 'auditor'],
  summary: {
    zh: '等另一名财务人员决定的来款认定',
    en: 'What a finance officer said that money is, to be decided by another',
  },
  query: decisions.page,
  answer: decisions.matches,
  refusals: ['http.cursor'],
  run(reader, { query }) {
    const { cursor = null, limit } = decisions.page.parse(query);
    return listMatches(reader, { cursor, limit });
  },
};

const requestMatch: Write = {
  ...{ id: 'requestTransferMatch', kind: 'write', method: 'POST', tag, roles: ['finance'], status: 201 },
  path: '/transfers/{number}/matches',
  summary: {
    zh: '认定一笔来款属于这件转移，另一名财务人员决定',
    en: 'Say that money in suspense is this transfer’s; another finance officer decides',
  },
  params: schemas.number,
  body: decisions.line,
  answer: decisions.matched,
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  refusals: [
    ...(['casework.no-case', 'payments.not-in-suspense', 'payments.resolved-already'] as const),
    ...(['transfer.match-waits', 'transfer.nothing-announced', 'transfer.awaits-no-money'] as const),
    'transfer.no-word',
  ],
  run: (tx, asked) => matchMoney(tx, { ...caseOf(asked), ...decisions.line.parse(asked.body) }),
};

const decideOnMatch: Write = {
  ...{ id: 'decideTransferMatch', kind: 'write', method: 'POST', tag, roles: ['finance'] },
  path: '/transfers/{number}/matches/{matchId}/decision',
  summary: {
    zh: '同意或者不同意来款认定；同意的按实际到账入账',
    en: 'Agree that money is this transfer’s, and what came is credited; or decline it',
  },
  params: decisions.matchOfCase,
  body: decisions.matchDecision,
  answer: schemas.stepped,
  refusals: [
    ...stepRefusals,
    ...(['transfer.no-match', 'transfer.matcher-is-checker', 'transfer.match-decided'] as const),
    ...(['transfer.awaits-no-money', 'transfer.no-word', 'transfer.word-received'] as const),
    ...(['payments.not-in-suspense', 'payments.resolved-already', 'payments.resolution-unfit'] as const),
  ],
  async run(tx, asked) {
    const { matchId } = decisions.matchOfCase.parse(asked.params);
    const decision = decisions.matchDecision.parse(asked.body);
    const reason = decision.approved ? null : decision.reason;
    const { approved } = decision;
    return shown(await decideMatch(tx, { ...caseOf(asked), matchId, approved, reason }));
  },
};

/** Money that came under another reference or with another amount than was announced. */
export const moneyOperations: readonly Operation<TransferContext, Caller>[] = [
  listTransferMoney,
  listTransferMatches,
  requestMatch,
  decideOnMatch,
];
