import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import type { TransferContext } from './context.ts';
import { applicantOperations } from './routes-applicant.ts';
import { decisionOperations } from './routes-decisions.ts';
import { moneyOperations } from './routes-money.ts';
import { officerOperations } from './routes-officer.ts';
import { paperOperations } from './routes-paper.ts';
import { postOperations } from './routes-post.ts';
import { readingOperations } from './routes-reading.ts';

/** Transfers to and from other agencies. */
export const transferOperations: readonly Operation<TransferContext, Caller>[] = [
  ...applicantOperations,
  ...readingOperations,
  ...officerOperations,
  ...decisionOperations,
  ...moneyOperations,
  ...paperOperations,
  ...postOperations,
];
