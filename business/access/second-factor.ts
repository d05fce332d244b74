import { Secret, TOTP } from 'otpauth';
import type { RandomBytes } from '#basics';

/** Second factors by RFC 6238: six digits, a new one every thirty seconds, as every authenticator app shows them. */
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** A new secret in base32, as it is typed into an app. */
export function newSecondFactor(random: RandomBytes): string {
  return new Secret({ buffer: Uint8Array.from(random(20)).buffer }).base32;
}

/** What an app reads from a QR code. */
export function secondFactorUri({
  secret,
  loginName,
}: {
  readonly secret: string;
  readonly loginName: string;
}): string {
  return new TOTP({
    ...form,
    issuer: 'Suixing',
    label: loginName,
    secret: Secret.fromBase32(secret),
  }).toString();
}

/** The code of an instant, for command lines, demos and tests that hold the secret. */
export function secondFactorCode(secret: string, at: Date): string {
  return TOTP.generate({ ...form, secret: Secret.fromBase32(secret), timestamp: at.getTime() });
}

/**
 * The thirty-second step that a code belongs to, or null where it is none of this secret's. One step of a clock that goes
 * wrong is forgiven either way (RFC 6238, section 5.2). A step that was used once must not be taken again.
 */
export function secondFactorStep({ secret, code, at }: Shown): bigint | null {
  const delta = TOTP.validate({
    ...form,
    token: code,
    secret: Secret.fromBase32(secret),
    timestamp: at.getTime(),
    window: 1,
  });
  return delta === null ? null : BigInt(Math.floor(at.getTime() / 30_000) + delta);
}

interface Shown {
  readonly secret: string;
  readonly code: string;
  readonly at: Date;
}
