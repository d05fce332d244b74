import { relationNames } from '#business/succession/public';
import type { Seen } from './link.tsx';

const text = relationNames.child;
/** What an heir with the agency’s link sees between approval and settlement, who has said nothing. */
export const approved: Seen = {
  ...{ text, successorId: 'suc_1', deceasedName: '周**', heirName: '周*', relation: text },
  ...{ guardianSpeaks: false, shares: [{ successorId: 'suc_1', yours: true, relation: text, share: '1/2' }] },
  ...{ remainder: text, yourWord: null, word: null, basis: null, byRelative: false, unconfirmed: false },
  ...{
    agreement: 'not-needed',
    mayAnswer: true,
    decided: true,
    decidedAnew: false,
    ended: false,
    objection: null,
  },
  ...{ ownShare: [], ownAmount: { amountFen: '100', ofFen: '200', provisional: true } },
  ...{
    account: null,
    accountNamed: false,
    accountStands: false,
    accountLacks: false,
    accountWanted: false,
    contactStands: false,
  },
  expiresAt: '2026-07-01T00:00:00Z',
};
