import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import { accountInquiryOperations } from './account-inquiry-routes.ts';
import type { InquiryContext } from './context.ts';
import { escheatOperations } from './escheat-routes.ts';

/** What is done about an estate outside of a case; heirs and shares are in the withdrawal's operations. */
export const successionOperations: readonly Operation<InquiryContext, Caller>[] = [
  ...accountInquiryOperations,
  ...escheatOperations,
];
