import { partnerSpeaking } from '#business/partners';
import type { Partner, PartnerOf } from '#engines/exchange';
import type { Database } from '#platform/postgres';

/** So long the gateway takes the directory as it found it: a suspension counts within a second. */
const keptMs = 1_000;

/**
 * Looks partners up as they speak, at most once a second each. `now`: milliseconds of a clock that only goes on. Whoever is not
 * in the directory is asked for each time, so that strangers do not fill it.
 */
export function knownPartners(gateway: Database, now: () => number): (at: Date) => PartnerOf {
  const known = new Map<string, { readonly partner: Partner; readonly until: number }>();
  return (at) => async (region) => {
    const kept = known.get(region);
    if (kept && now() < kept.until) return kept.partner;
    const partner = await partnerSpeaking(gateway, { region, at });
    if (partner) known.set(region, { partner, until: now() + keptMs });
    else known.delete(region);
    return partner;
  };
}
