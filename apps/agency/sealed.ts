import { registryChains } from '#business/registry';
import { type ChainedRecords, recordSource } from '#engines/audit';
import { caseActionSource } from '#engines/casework';
import type { SealSource } from '#platform/postgres';

/** The sorts of records that stand in the chains of their persons, from every folder that has some. */
export const chainedRecords: readonly ChainedRecords[] = [...registryChains];

/** Everything that the daily seal covers. */
export const sealSources: readonly SealSource[] = [caseActionSource, recordSource(chainedRecords)];
