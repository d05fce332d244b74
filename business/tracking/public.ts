export type { WhereItIs } from './told.ts';
