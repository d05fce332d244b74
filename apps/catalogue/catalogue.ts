import { agencyRefusals } from '#apps/agency/public';
import { apiRefusals } from '#apps/api/public';
import { cliRefusals } from '#apps/cli/public';
import { countryRefusals } from '#apps/country/public';
import { demoRefusals } from '#apps/demo/public';
import { partnerRefusals } from '#apps/partner/public';
import type { RefusalList, RefusalWording } from '#basics';
import { accessRefusals } from '#business/access/public';
import { accessLogRefusals } from '#business/access-log';
import { adjustmentRefusals } from '#business/adjustment';
import { booksRefusals } from '#business/books';
import { cardRefusals } from '#business/card';
import { inquiryRefusals } from '#business/inquiry';
import { interestRefusals } from '#business/interest';
import { lettersRefusals } from '#business/letters';
import { lifeEventsRefusals } from '#business/life-events';
import { mandateRefusals } from '#business/mandate';
import { materialsRefusals } from '#business/materials/public';
import { myDataRefusals } from '#business/my-data';
import { noticesRefusals } from '#business/notices';
import { partnersRefusals } from '#business/partners';
import { paymentsRefusals } from '#business/payments';
import { personalAccountRefusals } from '#business/personal-account';
import { registryRefusals } from '#business/registry';
import { successionRefusals } from '#business/succession';
import { supervisionRefusals } from '#business/supervision';
import { trackingRefusals } from '#business/tracking';
import { transferRefusals } from '#business/transfer';
import { webhooksRefusals } from '#business/webhooks';
import { withdrawalRefusals } from '#business/withdrawal';
import { workListRefusals } from '#business/work-list';
import { auditRefusals } from '#engines/audit';
import { caseworkRefusals } from '#engines/casework';
import { exchangeRefusals } from '#engines/exchange';
import { ledgerRefusals } from '#engines/ledger';
import { backupRefusals } from '#platform/backup';
import { configRefusals } from '#platform/config';
import { httpRefusals } from '#platform/http';
import { postgresRefusals } from '#platform/postgres';
import { sealRefusals } from '#platform/seal';
import { signingRefusals } from '#platform/signing';

/** Every refusal of the product by its code. The API, the command line and the portal word refusals from here. */
export type Catalogue = RefusalList;

export const catalogue: Catalogue = gather([
  agencyRefusals,
  apiRefusals,
  cliRefusals,
  accessRefusals,
  accessLogRefusals,
  booksRefusals,
  countryRefusals,
  demoRefusals,
  partnerRefusals,
  inquiryRefusals,
  lettersRefusals,
  lifeEventsRefusals,
  interestRefusals,
  materialsRefusals,
  myDataRefusals,
  noticesRefusals,
  webhooksRefusals,
  partnersRefusals,
  paymentsRefusals,
  personalAccountRefusals,
  registryRefusals,
  cardRefusals,
  supervisionRefusals,
  adjustmentRefusals,
  mandateRefusals,
  trackingRefusals,
  workListRefusals,
  successionRefusals,
  transferRefusals,
  withdrawalRefusals,
  auditRefusals,
  caseworkRefusals,
  exchangeRefusals,
  ledgerRefusals,
  backupRefusals,
  configRefusals,
  httpRefusals,
  postgresRefusals,
  sealRefusals,
  signingRefusals,
]);

/** One list of many; a code that stands in two of them would have two meanings. */
function gather(lists: readonly RefusalList[]): Catalogue {
  const all: Record<string, RefusalWording> = {};
  for (const [code, wording] of lists.flatMap((list) => Object.entries(list))) {
    if (Object.hasOwn(all, code)) throw new Error(`the refusal ${code} is declared twice`);
    all[code] = wording;
  }
  return all;
}
