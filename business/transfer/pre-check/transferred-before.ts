import { shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { recordsOf } from '#business/registry';
import type { AssessmentRequest } from '#business/registry/public';
import { caseById } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { TransferContext } from '../context.ts';
import { partnerName } from '../partner-name.ts';
import { lastDeparture } from '../store.ts';
import { mayKnow } from './cases-in-the-way.ts';
import type { TransferredBefore } from './pre-check.ts';

/** Whether the record went to another agency already, and whether anything is here that did not go with it. */
export async function transferredBefore(
  reader: Reader,
  asked: {
    readonly context: TransferContext;
    readonly owner: string;
    readonly relationship: AssessmentRequest['relationship'];
    /** What is in the account, in fen; nothing where there is none. */
    readonly balanceFen: bigint;
    /** Null for the other agency, which is not told the case. */
    readonly toldTo: Caller | null;
  },
): Promise<TransferredBefore | null> {
  const { context, owner, relationship, balanceFen, toldTo } = asked;
  // Who was insured here again since has a record of their own to go.
  if (relationship?.status !== 'transferred') return null;
  const last = await lastDeparture(reader, { owner, records: await recordsOf(reader, { owner }) });
  if (!last) return null;
  const file = await caseById(reader, owner, last.caseId);
  const known = file && toldTo && (await mayKnow(reader, { file, toldTo }));
  return {
    to: await partnerName(reader, { context, region: last.partner }),
    ...{ on: shanghaiDate(last.at), number: known ? file.number : null },
    left: balanceFen > 0n || last.monthsSince,
  };
}
