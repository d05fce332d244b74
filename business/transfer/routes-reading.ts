import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import { personsOfCase } from '#engines/casework';
import type { Operation } from '#platform/http';
import type { TransferContext } from './context.ts';
import { caseOf, type Read, readers, tag } from './operation-parts.ts';
import { readStates } from './read-states.ts';
import { listTransfers, readTransfer, readTransferHistory } from './read-transfer.ts';
import * as schemas from './schemas.ts';

const listAllTransfers: Read = {
  ...{ id: 'listTransfers', kind: 'read', method: 'GET', path: '/transfers', tag, roles: readers },
  summary: { zh: '转移办件清单，先到期的在前', en: 'Transfers, those due first at the top' },
  query: schemas.list,
  answer: schemas.items,
  refusals: ['transfer.no-such-state'],
  async run(reader, { caller, query }) {
    const {
      direction = null,
      state,
      open,
      officeId,
      dueOnOrBefore,
      cursor,
      limit,
    } = schemas.list.parse(query);
    const states = readStates({ direction, states: state?.split(',') ?? null, open: open === 'true' });
    if (!states.ok) return states;
    const filter = { direction, states: states.value, limit };
    const asked = {
      officeId: officeId ?? null,
      dueOnOrBefore: dueOnOrBefore ?? null,
      cursor: cursor ?? null,
    };
    return ok(await listTransfers(reader, { ...filter, ...asked, caller }));
  },
};

const readOneTransfer: Read = {
  ...{ id: 'readTransfer', kind: 'read', method: 'GET', path: '/transfers/{number}', tag, roles: readers },
  summary: {
    zh: '查看一件转移：关系和余额各走到哪一步',
    en: 'One transfer: where the record is, where the money is, what is waited for',
  },
  params: schemas.number,
  answer: schemas.view,
  refusals: ['casework.no-case'],
  run: (reader, asked) => readTransfer(reader, caseOf(asked)),
};

const readOneHistory: Read = {
  ...{ id: 'readTransferHistory', kind: 'read', method: 'GET', tag, roles: readers },
  path: '/transfers/{number}/history',
  summary: { zh: '办理经过', en: 'What happened in a transfer' },
  params: schemas.number,
  answer: schemas.history,
  refusals: ['casework.no-case'],
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  async run(reader, asked) {
    const told = await readTransferHistory(reader, caseOf(asked));
    return told.ok ? ok({ items: told.value }) : told;
  },
};

/** What everybody who is concerned may read. */
export const readingOperations: readonly Operation<TransferContext, Caller>[] = [
  listAllTransfers,
  readOneTransfer,
  readOneHistory,
];
