import { createHash, timingSafeEqual } from 'node:crypto';
import { canonicalJson, ok, type Result, refuse } from '#basics';

/**
 * Where the next page begins, as one opaque text. It is bound to the query it came from: with other filters it is refused,
 * so that nobody skips rows unseen. It is no secret and no permission; what it points at is checked again by the query.
 */
export function writeCursor({ position, query }: CursorPlace): string {
  const body = Buffer.from(canonicalJson(position), 'utf8');
  return Buffer.concat([digest(body, query), body]).toString('base64url');
}

export interface CursorPlace {
  /** The sort key of the last row shown. */
  readonly position: readonly (string | number | null)[];
  /** Everything that the list was asked for, but the cursor and the limit. */
  readonly query: Readonly<Record<string, unknown>>;
}

/** The position of a cursor, null for the first page; refuses with `http.cursor` what this query did not give out. */
export function readCursor(
  cursor: string | null | undefined,
  query: CursorPlace['query'],
): Result<CursorPlace['position'] | null> {
  if (cursor === null || cursor === undefined) return ok(null);
  const bytes = Buffer.from(cursor, 'base64url');
  const body = bytes.subarray(digestLength);
  if (body.length === 0 || !timingSafeEqual(bytes.subarray(0, digestLength), digest(body, query)))
    return refuse({ code: 'http.cursor' });
  return ok(JSON.parse(body.toString('utf8')) as CursorPlace['position']); // its digest says that we wrote it
}

const digestLength = 12;

function digest(body: Uint8Array, query: CursorPlace['query']): Buffer {
  return createHash('sha256')
    .update(canonicalJson(query))
    .update('\0')
    .update(body)
    .digest()
    .subarray(0, digestLength);
}
