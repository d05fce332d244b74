export { sealRefusals } from './refusals.ts';
export { makeSeal, type Seal } from './seal.ts';
export { isSealFault, type SealFault } from './seal-fault.ts';
