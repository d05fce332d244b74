export { checks as conformanceChecks } from './checks/all.ts';
export { type CheckReport, type ConformanceReport, runConformance } from './conformance.ts';
export {
  type KitKeys,
  kitRegions,
  newKitKeys,
  publicKitKeys,
  readKitKeys,
  writeKitKeys,
} from './kit-keys.ts';
export { startOwnTarget } from './self.ts';
export { reachTarget, type Target } from './target.ts';
