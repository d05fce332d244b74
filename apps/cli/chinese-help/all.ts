import { accessInChinese } from './access.ts';
import { adjustmentsInChinese } from './adjustments.ts';
import { afterInChinese } from './after.ts';
import { auditInChinese } from './audit.ts';
import { backupInChinese } from './backup.ts';
import { bankInChinese } from './bank.ts';
import { cardsInChinese } from './cards.ts';
import { casesInChinese } from './cases.ts';
import { correctionsInChinese } from './corrections.ts';
import { demoInChinese } from './demo.ts';
import { doublesInChinese } from './doubles.ts';
import { draftsInChinese } from './drafts.ts';
import { employersInChinese } from './employers.ts';
import { estatesInChinese } from './estates.ts';
import { exchangeInChinese } from './exchange.ts';
import { fundsInChinese } from './funds.ts';
import { heirsInChinese } from './heirs.ts';
import { interestInChinese } from './interest.ts';
import { lettersInChinese } from './letters.ts';
import { loginInChinese } from './login.ts';
import { mandatesInChinese } from './mandates.ts';
import { measuresInChinese } from './measures.ts';
import { noticesInChinese } from './notices.ts';
import { officersInChinese } from './officers.ts';
import { papersInChinese } from './papers.ts';
import { paymentsInChinese } from './payments.ts';
import { programInChinese } from './program.ts';
import { recordsInChinese } from './records.ts';
import { reportingInChinese } from './reporting.ts';
import { sharedInChinese } from './shared.ts';
import { simulateInChinese } from './simulate.ts';
import { trackInChinese } from './track.ts';
import { transferPapersInChinese } from './transfer-papers.ts';
import { transfersInChinese } from './transfers.ts';
import { webhooksInChinese } from './webhooks.ts';
import { workInChinese } from './work.ts';

/**
 * The help in Chinese, a catalogue for each mount: the words of `mount-cards.ts` are in `cards.ts`, those that several
 * mounts use in `shared.ts`. Tests see that none is missing, left over or in two catalogues.
 */
export const catalogues: readonly Readonly<Record<string, string>>[] = [
  accessInChinese,
  adjustmentsInChinese,
  afterInChinese,
  auditInChinese,
  backupInChinese,
  bankInChinese,
  cardsInChinese,
  casesInChinese,
  correctionsInChinese,
  demoInChinese,
  doublesInChinese,
  draftsInChinese,
  employersInChinese,
  estatesInChinese,
  exchangeInChinese,
  fundsInChinese,
  heirsInChinese,
  interestInChinese,
  lettersInChinese,
  loginInChinese,
  mandatesInChinese,
  measuresInChinese,
  noticesInChinese,
  officersInChinese,
  papersInChinese,
  paymentsInChinese,
  programInChinese,
  recordsInChinese,
  reportingInChinese,
  sharedInChinese,
  simulateInChinese,
  trackInChinese,
  transferPapersInChinese,
  transfersInChinese,
  webhooksInChinese,
  workInChinese,
];

export const chineseHelp: Readonly<Record<string, string>> = Object.assign({}, ...catalogues);
