import type { Reader, SealedRow, SealSource } from '#platform/postgres';
import { actionText } from './chain.ts';
import { actionsOf } from './store.ts';

/** What happened in cases, as the daily seal covers it. */
export const caseActionSource: SealSource = {
  name: 'case',
  text: { zh: '办理经过', en: 'What happened in a case' },
  select: `SELECT owner_id || '/' || case_id || '/' || seq AS id, hash AS digest, recorded_xid AS xid FROM case_action`,
  find: findAction,
};

async function findAction(reader: Reader, id: string): Promise<SealedRow | undefined> {
  const [ownerId = '', caseId = '', seq = ''] = id.split('/');
  const action = (await actionsOf(reader, { ownerId, id: caseId })).find((each) => `${each.seq}` === seq);
  const written = await reader.row<{ xid: bigint }>(
    'SELECT recorded_xid AS xid FROM case_action WHERE owner_id = $1 AND case_id = $2 AND seq = $3',
    [ownerId, caseId, action?.seq ?? 0],
  );
  if (!action || !written) return undefined;
  return {
    id,
    digest: action.hash,
    xid: written.xid,
    previous: action.previousHash,
    text: actionText({ ownerId, id: caseId }, action),
    content: null,
  };
}
