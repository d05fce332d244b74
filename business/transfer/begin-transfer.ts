import { ok, type Refusal, type Result } from '#basics';
import { type Opening, openCase } from '#engines/casework';
import { numberPrefixOf } from '#law';
import type { Tx } from '#platform/postgres';
import type { Transfer } from './acceptance.store.ts';
import { openTransfer } from './acceptance.ts';
import { arrivalProcess } from './arrival.ts';
import { rulesInForce, type TransferContext } from './context.ts';
import { departureProcess } from './departure.ts';
import type { FoundTransfer } from './find-transfer.ts';

/** Opens the case of a transfer by today's rules. Refuses `transfer.no-rules`, `.own-region`, `.opened-already`, `.open-already`. */
export async function beginTransfer(
  tx: Tx,
  begun: Pick<Opening, 'ownerId' | 'officeId' | 'channel'> & {
    readonly context: TransferContext;
    readonly direction: Transfer['direction'];
    readonly partner: string;
    /** As the other agency calls it; left out where it has no name yet. */
    readonly transferId?: string;
  },
): Promise<Result<FoundTransfer, Refusal>> {
  const { context, direction, partner, ownerId, officeId, channel } = begun;
  const rules = rulesInForce(context);
  if (!rules.ok) return rules;
  const { clock, ids, random, region } = context;
  const file = await openCase(tx, {
    ...{ process: direction === 'in' ? arrivalProcess : departureProcess, ownerId, subject: 'transfer' },
    ...{ ruleSet: rules.value.id, ruleVersion: rules.value.version, officeId, channel },
    ...{ numberPrefix: numberPrefixOf(region), clock, ids, random },
  });
  const transferId = begun.transferId ?? `${region}-${ids.next('trf')}`;
  const openedAt = clock.now();
  const named = { owner: ownerId, caseId: file.id, transferId, direction, partner };
  const opened = await openTransfer(tx, { ...named, at: openedAt });
  return opened.ok ? ok({ file, transfer: { ...named, openedAt } }) : opened;
}
