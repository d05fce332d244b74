import { type Refusal, type Result, refuse, type Text } from '#basics';
import { looksSigned, type Verifier } from '#platform/signing';

/** What a document that holds says, line by line, for whoever was shown it. */
export interface Verified {
  readonly type: string;
  readonly title: Text;
  /** Names and values, in the order in which they are shown. */
  readonly says: readonly { readonly name: Text; readonly value: string }[];
}

/** A sort of signed document that can be checked: a seal, a proof; letters and their QR texts add their own. */
export interface DocumentType {
  /** The `typ` of the signed statement, or the `type` of the JSON file. */
  readonly type: string;
  readonly title: Text;
  check(text: string, verifier: Verifier): Result<Verified, Refusal>;
}

/** Checks a document of any sort with public keys alone. Refuses `audit.unknown-document`, and what its sort refuses. */
export function verifyDocument(
  text: string,
  { types, verifier }: { readonly types: readonly DocumentType[]; readonly verifier: Verifier },
): Result<Verified, Refusal> {
  const named = typeNamedIn(text.trim());
  const type = types.find((each) => each.type === named);
  if (type) return type.check(text.trim(), verifier);
  return refuse({
    code: 'audit.unknown-document',
    figures: { types: types.map((each) => each.type).join(', ') },
  });
}

function typeNamedIn(text: string): string | null {
  const json = looksSigned(text)
    ? Buffer.from(text.slice(0, text.indexOf('.')), 'base64url').toString('utf8')
    : text;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null) return null;
    const named = 'typ' in value ? value.typ : 'type' in value ? value.type : null;
    return typeof named === 'string' ? named : null;
  } catch {
    return null;
  }
}
