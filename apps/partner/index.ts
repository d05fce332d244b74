export { checks as conformanceChecks } from './checks/all.ts';
export { type CheckReport, type ConformanceReport, runConformance } from './conformance.ts';
export {
  type KitKeys,
  kitRegions,
  newKitKeys,
  publicKitKeys,
  readAgencyKeys,
  readKitKeys,
  writeKitKeys,
} from './kit-keys.ts';
export { type Heard, type Listening, listenAs } from './listen.ts';
export { type PlayedMessage, type Playing, playOpening } from './play.ts';
export { newVoice, type Profile, profileNames, profiles } from './profiles.ts';
export { type OwnTarget, startOwnTarget } from './self.ts';
export { reachTarget, type Target } from './target.ts';
