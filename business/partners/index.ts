export {
  type AskedChange,
  askPartnerChange,
  decidePartnerChange,
  type WishedChange,
} from './change-directory.ts';
export type { PartnersContext } from './context.ts';
export {
  addressOfPartner,
  everyKeyOf,
  type PartnerOnRecord,
  partnerOn,
  partnerSpeaking,
  partnersOn,
  placesOn,
  type TransferPlace,
} from './directory.ts';
export type { PartnerChange, PartnerChangeKind, PartnerProfile, ReceivingAccount } from './partner.ts';
export { exchangeQueueOperations } from './queue-routes.ts';
export { partnersRefusals } from './refusals.ts';
export { partnersOperations } from './routes.ts';
export { wishedChange as partnerChangeSchema } from './schemas.ts';
export { listPartners, showPartner } from './show-partner.ts';
export { changesOf as partnerChanges } from './store.ts';
