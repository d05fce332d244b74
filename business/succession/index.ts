export { type Asker, askerOf, personsOfInquiry } from './account-inquiry.store.ts';
export { answerInquiry, askForAccount, type NewInquiry } from './account-inquiry.ts';
export { successionChains } from './chained.store.ts';
export type { InquiryContext, InquiryFilesContext, SuccessionContext } from './context.ts';
export {
  decideDivision,
  divideSettled,
  type NewDivision,
  recordDivision,
  type SharedOut,
} from './divide-estate.ts';
export { type Escheat, escheats } from './escheat.store.ts';
export {
  decideEscheat,
  type EscheatDecision,
  type EscheatWish,
  proposeEscheat,
  syncHeirlessNotice,
} from './escheat.ts';
export { divisionInForce, type Estate, estateFacts, readEstate } from './estate.ts';
export {
  beSuccessor,
  giveHeirLink,
  hearSuccessor,
  linkDays,
  openHeirLink,
  type Saying,
} from './hear-successor.ts';
export { type HeirContact, heirContacts, recordHeirContact } from './heir-contact.ts';
export {
  eraseInquiries,
  type InquiryFile,
  openInquiryFile,
  papersOfInquiry,
  takeInquiryFile,
} from './inquiry-files.ts';
export { successionProofs } from './proofs.ts';
export { readNewInquiry } from './read-inquiry.ts';
export { type NewSuccessor, recordSuccessor } from './record-successor.ts';
export { type SuccessionCode, successionRefusals } from './refusals.ts';
export { decideInquiry, type InquiryReview, reviewInquiry, waitingInquiries } from './review-inquiry.ts';
export { successionOperations } from './routes.ts';
export { type DivisionRow, heirNamedAs, heirsGuardedBy, holderSeenAt, type SuccessorRow } from './store.ts';
