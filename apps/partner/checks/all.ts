import { bodyChecks } from './bodies.ts';
import { canonicalChecks } from './canonical.ts';
import type { Check } from './check.ts';
import { envelopeChecks } from './envelopes.ts';
import { keyChecks } from './keys.ts';
import { orderChecks } from './order.ts';
import { signatureChecks } from './signatures.ts';
import { transportChecks } from './transport.ts';

/** The public conformance suite of the exchange, in the order in which it is run. */
export const checks: readonly Check[] = [
  ...transportChecks,
  ...signatureChecks,
  ...canonicalChecks,
  ...keyChecks,
  ...envelopeChecks,
  ...orderChecks,
  ...bodyChecks,
];
