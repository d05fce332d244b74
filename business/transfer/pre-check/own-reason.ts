import { citation } from '#law';
import type { DeclineReason } from '../messages/transfer-declined.ts';
import { type OwnReason, ownReasons } from './pre-check-reasons.ts';

/** A reason of ours as the other agency is told of it. */
export function ownReason(code: OwnReason): DeclineReason {
  const { text, remedy, source } = ownReasons[code];
  const cited = citation(source);
  return { code, text, remedy, legalBasis: `${cited.zh} · ${cited.en}` };
}
