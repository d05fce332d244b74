import { viewingSource } from '#business/access-log';
import { adjustmentChains } from '#business/adjustment';
import { cardChains } from '#business/card';
import { registryChains } from '#business/registry';
import { successionChains } from '#business/succession';
import { supervisionChains } from '#business/supervision';
import { transferChains } from '#business/transfer';
import { type ChainedRecords, recordSource } from '#engines/audit';
import { caseActionSource } from '#engines/casework';
import { postingSource } from '#engines/ledger';
import type { SealSource } from '#platform/postgres';

/** The sorts of records that stand in the chains of their persons, from every folder that has some. */
export const chainedRecords: readonly ChainedRecords[] = [
  ...registryChains,
  ...supervisionChains,
  ...cardChains,
  ...adjustmentChains,
  ...successionChains,
  ...transferChains,
];

/** Everything that the daily seal covers. */
export const sealSources: readonly SealSource[] = [
  caseActionSource,
  postingSource,
  recordSource(chainedRecords),
  viewingSource,
];
