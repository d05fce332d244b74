import { canonicalJson, ok, type Result, refuse } from '#basics';
import type { Checked, Signer, Verifier } from './signer.ts';

/** A statement that the agency signed, as one line of text: a JWS in compact form (RFC 7515). */
export interface Signed {
  /** What sort of statement it is: `suixing-seal`. */
  readonly type: string;
  readonly kid: string;
  readonly signedAt: Date;
  readonly payload: Readonly<Record<string, unknown>>;
}

interface Statement {
  readonly type: string;
  readonly at: Date;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Signs a statement. The time of signing goes into it, so that a reader knows which keys were valid then. */
export function signStatement(signer: Signer, { type, at, payload }: Statement): string {
  const header = { alg: signer.alg, kid: signer.kid, typ: type };
  const body = { ...payload, signedAt: at.toISOString() };
  const text = `${encoded(canonicalJson(header))}.${encoded(canonicalJson(body))}`;
  return `${text}.${Buffer.from(signer.sign(Buffer.from(text, 'ascii'))).toString('base64url')}`;
}

/** True where a text has the form of a signed statement; says nothing about whether it is good. */
export function looksSigned(text: string): boolean {
  return compact.test(text.trim());
}

/**
 * Reads a signed statement and checks it. Refuses `signing.not-signed`, `signing.unknown-key`, `signing.outside-validity`
 * and `signing.forged`; nothing of a statement that does not hold is given out.
 */
export function readStatement(text: string, verifier: Verifier): Result<Signed> {
  const parts = compact.exec(text.trim())?.groups;
  if (!parts) return refuse({ code: 'signing.not-signed' });
  const { header = '', body = '', signature = '' } = parts;
  const head = decoded(header);
  const payload = decoded(body);
  const signedAt = new Date(String(payload?.signedAt ?? ''));
  const { typ, kid, alg, ...rest } = head ?? {};
  const wellFormed = typeof typ === 'string' && typeof kid === 'string' && typeof alg === 'string';
  // A header that we do not know, `crit` above all, could change the meaning of what is signed.
  if (!wellFormed || !payload || Number.isNaN(signedAt.getTime()) || Object.keys(rest).length > 0)
    return refuse({ code: 'signing.not-signed' });
  const checked = verifier.check({
    kid,
    alg,
    at: signedAt,
    bytes: Buffer.from(`${header}.${body}`, 'ascii'),
    signature: Buffer.from(signature, 'base64url'),
  });
  if (checked !== 'good') return refuse({ code: refusalOf[checked], figures: { kid } });
  const { signedAt: _, ...said } = payload;
  return ok({ type: typ, kid, signedAt, payload: said });
}

const compact = /^(?<header>[A-Za-z0-9_-]+)\.(?<body>[A-Za-z0-9_-]+)\.(?<signature>[A-Za-z0-9_-]+)$/;

const refusalOf = {
  'unknown-key': 'signing.unknown-key',
  'outside-validity': 'signing.outside-validity',
  forged: 'signing.forged',
} as const satisfies Readonly<Record<Exclude<Checked, 'good'>, string>>;

function encoded(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}

function decoded(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
