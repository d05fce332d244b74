import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import type { TransferContext } from './context.ts';
import { decisionOperations } from './deciding/routes.ts';
import { moneyOperations } from './deciding/routes-money.ts';
import { paperOperations } from './paper/routes.ts';
import { postOperations } from './paper/routes-post.ts';
import { applicantOperations } from './routes-applicant.ts';
import { officerOperations } from './routes-officer.ts';
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
