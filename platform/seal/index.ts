export { type ByteReader, byteReader } from './byte-reader.ts';
export {
  changeKeys,
  type HashedColumn,
  type HashesOf,
  type KeyChange,
  type KeyProgress,
  type KeyState,
  keyState,
  retireOtherKeys,
} from './change-keys.ts';
export { type ChunkFault, isChunkFault } from './chunk-fault.ts';
export { type KnownKey, knownKeys } from './identity-keys.store.ts';
export { sealRefusals } from './refusals.ts';
export { makeSeal, type Seal } from './seal.ts';
export { isSealFault, type SealFault } from './seal-fault.ts';
export { openChunks, sealChunks } from './sealed-chunks.ts';
export { settleKeys } from './settle-keys.ts';
