import { accessOperations } from '#business/access';
import type { Caller } from '#business/access/public';
import { accessLogOperations } from '#business/access-log';
import { adjustmentOperations } from '#business/adjustment';
import { booksOperations } from '#business/books';
import { cardOperations, cardPaymentOperations } from '#business/card';
import { evidenceOperations } from '#business/evidence';
import { interestOperations } from '#business/interest';
import { lettersOperations } from '#business/letters';
import { eventReceiptOperations, lifeEventOperations } from '#business/life-events';
import { mandateOperations } from '#business/mandate';
import { materialsOperations } from '#business/materials';
import { myDataOperations } from '#business/my-data';
import { noticesOperations } from '#business/notices';
import { exchangeQueueOperations, partnersOperations } from '#business/partners';
import { paymentsOperations } from '#business/payments';
import { personalAccountOperations, statementOperations } from '#business/personal-account';
import { registryOperations } from '#business/registry';
import { successionOperations } from '#business/succession';
import { supervisionOperations } from '#business/supervision';
import { trackingOperations } from '#business/tracking';
import {
  receivedOperations,
  transferOperations,
  transferReceiptOperations,
  transferTimesOperations,
} from '#business/transfer';
import { webhooksOperations } from '#business/webhooks';
import { heirLetterOperations, withdrawalOperations } from '#business/withdrawal';
import { workListOperations } from '#business/work-list';
import type { Operation } from '#platform/http';
import { assessSituations, inquireSituation } from './assessments.ts';
import type { ApiContext } from './context.ts';
import { byTheRecordThatStays } from './record-that-stays.ts';

/** Every operation of the API, in the order in which its page shows them. */
export const operations: readonly Operation<ApiContext, Caller>[] = [
  assessSituations,
  inquireSituation,
  ...accessOperations,
  ...registryOperations,
  ...cardOperations,
  ...cardPaymentOperations,
  ...supervisionOperations,
  ...mandateOperations,
  ...myDataOperations,
  ...trackingOperations,
  ...workListOperations,
  ...lifeEventOperations,
  ...eventReceiptOperations,
  ...withdrawalOperations,
  ...transferOperations,
  ...transferReceiptOperations,
  ...transferTimesOperations,
  ...receivedOperations,
  ...materialsOperations,
  ...lettersOperations,
  ...heirLetterOperations,
  ...noticesOperations,
  ...webhooksOperations,
  ...partnersOperations,
  ...exchangeQueueOperations,
  ...successionOperations,
  ...personalAccountOperations,
  ...statementOperations,
  ...interestOperations,
  ...adjustmentOperations,
  ...paymentsOperations,
  ...booksOperations,
  ...evidenceOperations,
  ...accessLogOperations,
].map(byTheRecordThatStays);
