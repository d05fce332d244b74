export { type Connection, type ConnectOptions, connect, type DatabaseRole } from './connect.ts';
export { copyIn, copyOut } from './copy.ts';
export { type DatabaseFault, databaseFault, isDatabaseFault } from './database-fault.ts';
export { checkDistributed } from './distributed/check-distributed.ts';
export type { DistributionFinding, FindingCode } from './distributed/findings.ts';
export { eraseDatabase, eraseEmbedded } from './embedded/erase.ts';
export { isAlive } from './embedded/postmaster.ts';
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './embedded/start.ts';
export { brokenConstraint, isLostConnection } from './failures.ts';
export { guardDetail, refusedByGuard } from './guard.ts';
export { guardedBy } from './guarded.ts';
export { inSnapshot, inTransaction } from './in-transaction.ts';
export {
  type MigrationRun,
  migrate,
  migrationStatus,
  refuseHalfRestored,
  requireCurrentSchema,
} from './migrate.ts';
export { type MigrationFile, readMigrations, shippedMigrations } from './migration-files.ts';
export type { AppliedMigration, SchemaState } from './migration-state.ts';
export { isClockApart, timedBy } from './movable-clock.ts';
export { type DatabaseConfig, type Databases, openDatabases } from './open-databases.ts';
export { type BrokenRow, type Pass, type Proof, type ProofResult, type Share, sharePasses } from './proof.ts';
export type { Database, MovableClock, Reader, Snapshot, Tx } from './reader.ts';
export { postgresRefusals } from './refusals.ts';
export {
  beginRestore,
  endRestore,
  isRestored,
  lockRestore,
  type RestoreMark,
  type RestoreStep,
  rowsRestored,
} from './restore-mark.ts';
export type { SealedRow, SealSource } from './seal-source.ts';
