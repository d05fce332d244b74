import { accessBreaks } from './access-breaks.ts';
import { adjustmentBreaks } from './adjustment-breaks.ts';
import { auditBreaks } from './audit-breaks.ts';
import { backupBreaks } from './backup-breaks.ts';
import { bankBreaks } from './bank-breaks.ts';
import type { Break } from './break.ts';
import { cardBreaks } from './card-breaks.ts';
import { caseBreaks } from './case-breaks.ts';
import { clockBreaks } from './clock-breaks.ts';
import { countryBreaks } from './country-breaks.ts';
import { deskBreaks } from './desk-breaks.ts';
import { doorBreaks } from './door-breaks.ts';
import { draftBreaks } from './draft-breaks.ts';
import { employerBreaks } from './employer-breaks.ts';
import { employerLoginBreaks } from './employer-login-breaks.ts';
import { escheatBreaks } from './escheat-breaks.ts';
import { exchangeBreaks } from './exchange-breaks.ts';
import { heirAccountBreaks } from './heir-account-breaks.ts';
import { heirBreaks } from './heir-breaks.ts';
import { heirLinkBreaks } from './heir-link-breaks.ts';
import { interestBreaks } from './interest-breaks.ts';
import { keyBreaks } from './key-breaks.ts';
import { ledgerBreaks } from './ledger-breaks.ts';
import { leftoverBreaks } from './leftover-breaks.ts';
import { letterBreaks } from './letter-breaks.ts';
import { lifeEventBreaks } from './life-event-breaks.ts';
import { officerBreaks } from './officer-breaks.ts';
import { ownBreaks } from './own-breaks.ts';
import { paperBreaks } from './paper-breaks.ts';
import { paymentBreaks } from './payment-breaks.ts';
import { platformBreaks } from './platform-breaks.ts';
import { portalBreaks } from './portal-breaks.ts';
import { portalCaseBreaks } from './portal-case-breaks.ts';
import { procedureBreaks } from './procedure-breaks.ts';
import { registryBreaks } from './registry-breaks.ts';
import { sentBackBreaks } from './sent-back-breaks.ts';
import { sessionBreaks } from './session-breaks.ts';
import { shareBreaks } from './share-breaks.ts';
import { successionBreaks } from './succession-breaks.ts';
import { supervisionBreaks } from './supervision-breaks.ts';
import { trackingBreaks } from './tracking-breaks.ts';
import { transferDecisionBreaks } from './transfer-decision-breaks.ts';
import { transferEndingBreaks } from './transfer-ending-breaks.ts';
import { transferHeardBreaks } from './transfer-heard-breaks.ts';
import { transferMoneyBreaks } from './transfer-money-breaks.ts';
import { transferPaperBreaks } from './transfer-paper-breaks.ts';
import { transferRecordBreaks } from './transfer-record-breaks.ts';
import { transferSeedBreaks } from './transfer-seed-breaks.ts';
import { transferTellingBreaks } from './transfer-telling-breaks.ts';
import { transferTimesBreaks } from './transfer-times-breaks.ts';
import { transferWordBreaks } from './transfer-word-breaks.ts';
import { verifyBreaks } from './verify-breaks.ts';
import { webhookBreaks } from './webhook-breaks.ts';

/** Every guard that the product promises has its break. To add one, copy an entry in the list that it belongs to. */
export const breaks: readonly Break[] = [
  ...platformBreaks,
  ...portalBreaks,
  ...portalCaseBreaks,
  ...backupBreaks,
  ...keyBreaks,
  ...ledgerBreaks,
  ...clockBreaks,
  ...interestBreaks,
  ...paymentBreaks,
  ...bankBreaks,
  ...officerBreaks,
  ...caseBreaks,
  ...procedureBreaks,
  ...draftBreaks,
  ...deskBreaks,
  ...trackingBreaks,
  ...lifeEventBreaks,
  ...employerBreaks,
  ...employerLoginBreaks,
  ...letterBreaks,
  ...doorBreaks,
  ...accessBreaks,
  ...auditBreaks,
  ...supervisionBreaks,
  ...adjustmentBreaks,
  ...successionBreaks,
  ...escheatBreaks,
  ...heirBreaks,
  ...shareBreaks,
  ...heirLinkBreaks,
  ...sessionBreaks,
  ...heirAccountBreaks,
  ...cardBreaks,
  ...registryBreaks,
  ...leftoverBreaks,
  ...ownBreaks,
  ...paperBreaks,
  ...verifyBreaks,
  ...webhookBreaks,
  ...exchangeBreaks,
  ...sentBackBreaks,
  ...transferPaperBreaks,
  ...transferRecordBreaks,
  ...transferTellingBreaks,
  ...transferWordBreaks,
  ...transferTimesBreaks,
  ...transferSeedBreaks,
  ...countryBreaks,
  ...transferMoneyBreaks,
  ...transferDecisionBreaks,
  ...transferEndingBreaks,
  ...transferHeardBreaks,
];
