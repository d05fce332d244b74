export {
  type Acceptance,
  type AcceptanceWithdrawal,
  type Accepting,
  acceptancesOf,
  findTransfer,
  findTransferById,
  type Transfer,
  type TransferOpening,
} from './acceptance.store.ts';
export {
  acceptTransfer,
  openTransfer,
  withdrawAcceptance,
} from './acceptance.ts';
export { transferChains } from './chained.store.ts';
export {
  findPaper,
  type GatewayWord,
  type KeptPaper,
  type KeptWord,
  type PaperDecision,
  type PaperPage,
  type PartnerWord,
  papersToConfirm,
  type WordFigures,
  type WordType,
  wordsInTransfer,
  wordTypes,
} from './partner-words.store.ts';
export {
  decidePartnerPaper,
  type PaperKeyedIn,
  recordPartnerPaper,
  recordPartnerWord,
} from './partner-words.ts';
export { transferProofs } from './proofs.ts';
export { transferOption } from './public.ts';
export { type TransferCode, transferRefusals } from './refusals.ts';
