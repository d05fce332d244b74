import { everyKeyOf } from '#business/partners';
import { transferCatalogue } from '#business/transfer';
import type { Apply, ExchangeKeys, MessageCatalogue } from '#engines/exchange';
import type { Config } from '#platform/config';
import type { Seal } from '#platform/seal';
import { keySetOf, readSigningKeys, verifierOf } from '#platform/signing';

/** What is said between agencies: which types of message there are, and what each does here. */
export interface AgencyExchange {
  readonly catalogue: MessageCatalogue;
  /** Null where nothing is applied here: what partners say is kept, receipted and shown to clerks. */
  readonly apply: Apply | null;
  /** Refusals that pass by themselves. */
  readonly passing: ReadonlySet<string>;
}

export const agencyExchange: AgencyExchange = {
  catalogue: transferCatalogue,
  apply: null,
  passing: new Set(),
};

/** By which keys the messages that are kept can be proved again. */
export function exchangeKeysOf({
  seal,
  region,
  config,
}: {
  readonly seal: Seal;
  readonly region: string;
  readonly config: Pick<Config, 'signingKeysDir'>;
}): ExchangeKeys {
  const keys = readSigningKeys(config.signingKeysDir);
  const own = keys.ok && keys.value.length > 0 ? verifierOf(keySetOf(keys.value)) : null;
  return { seal, self: region, catalogue: agencyExchange.catalogue, own, verifierOf: everyKeyOf };
}
