export type { JobOperation, Operation, ReadOperation, Request, WriteOperation } from './operation.ts';
