import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import { accountInquiryOperations } from './account-inquiry-routes.ts';
import type { InquiryContext, InquiryFilesContext } from './context.ts';
import { escheatOperations } from './escheat-routes.ts';
import { inquiryFileOperations } from './inquiry-file-routes.ts';

/** What is done about an estate outside of a case; heirs and shares are in the withdrawal's operations. */
export const successionOperations: readonly Operation<InquiryContext & InquiryFilesContext, Caller>[] = [
  ...accountInquiryOperations,
  ...inquiryFileOperations,
  ...escheatOperations,
];
