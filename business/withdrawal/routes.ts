import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import { applicantOperations } from './applicant-routes.ts';
import type { WithdrawalContext } from './context.ts';
import { draftOperations } from './draft-routes.ts';
import { heirLinkOperations } from './heir-link-routes.ts';
import { heirOperations } from './heir-routes.ts';
import { objectionOperations } from './objection-routes.ts';
import { officerOperations } from './officer-routes.ts';
import { readingOperations } from './reading-routes.ts';

/** From the application to the payment order; what follows is in payments. */
export const withdrawalOperations: readonly Operation<WithdrawalContext, Caller>[] = [
  ...applicantOperations,
  ...readingOperations,
  ...officerOperations,
  ...objectionOperations,
  ...draftOperations,
  ...heirOperations,
  ...heirLinkOperations,
];
