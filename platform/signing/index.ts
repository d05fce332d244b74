export { type AgencyKeys, agencyKeys } from './agency-keys.ts';
export {
  ensureSigningKey,
  makeSigningKey,
  readSigningKeys,
  retireSigningKey,
} from './key-folder.ts';
export { keySetOf, readKeySet } from './key-set.ts';
export { signingRefusals } from './refusals.ts';
export { looksSigned, readStatement, type Signed, signStatement } from './signed.ts';
export { type Checked, type Signer, signerAt, type Verifier, verifierOf } from './signer.ts';
export {
  isValidAt,
  type KeySet,
  newSigningKey,
  type PublicKey,
  publicKeySchema,
  type SigningKey,
  thumbprint,
} from './signing-key.ts';
