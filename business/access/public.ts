export {
  anyone,
  type Caller,
  type CallerKind,
  type HeldMandate,
  type Role,
  roles,
  system,
} from './caller.ts';
export { actorOf, actsInCases, channelOf, maySee, onlyPersonOf, ownersListed } from './case-actor.ts';
export {
  type InquiryShown,
  inquirySecretForm,
  newInquirySecret,
  readInquiryKey,
} from './inquiry-key.ts';
export { mayUse } from './may-use.ts';
export { type AccessCode, accessRefusals } from './refusals.ts';
