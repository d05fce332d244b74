import type { PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { PartnerChange, PartnerChangeKind, PartnerKey, PartnerProfile } from './partner.ts';

export interface ProfileRow extends Omit<PartnerProfile, 'account'> {
  readonly accountSealed: Uint8Array | null;
  readonly suspended: boolean;
  /** Why, where it is. */
  readonly suspendedFor: string | null;
}

// What closes a door counts as soon as it is asked for, everything else once another administrator has agreed.
const counts = `(agreed OR (agreed IS NULL AND kind IN ('suspend', 'key-end')))`;

const lastSuspension = `(SELECT CASE kind WHEN 'suspend' THEN reason END FROM partner_change s
   WHERE s.region = p.region AND s.kind IN ('suspend', 'resume') AND ${counts}
   ORDER BY coalesce(s.decided_at, s.asked_at) DESC, s.id DESC LIMIT 1)`;

/** The profiles that count on a day, by region. */
export function profilesOn(
  reader: Reader,
  asked: { readonly on: PlainDate; readonly after: string; readonly limit: number; readonly region?: string },
): Promise<ProfileRow[]> {
  return reader.rows<ProfileRow>(
    `SELECT DISTINCT ON (p.region) p.region, p.name_zh AS "nameZh", p.name_en AS "nameEn", p.gateway_url AS gateway,
            p.accepts_balances AS "acceptsBalances", p.versions, p.account_sealed AS "accountSealed",
            p.effective_on AS "effectiveOn", ${lastSuspension} IS NOT NULL AS suspended, ${lastSuspension} AS "suspendedFor"
       FROM partner_change p
      WHERE p.kind = 'profile' AND p.agreed AND p.effective_on <= $1 AND p.region > $2 AND ($3::text IS NULL OR p.region = $3)
      ORDER BY p.region, p.effective_on DESC, p.decided_at DESC, p.id DESC LIMIT $4`,
    [asked.on, asked.after, asked.region ?? null, asked.limit],
  );
}

/** Every key that counts or counted, the oldest first. */
export function keysOf(reader: Reader, region: string): Promise<PartnerKey[]> {
  return reader.rows<PartnerKey>(
    `SELECT kid, key_x AS x, key_from::float8 AS "from", key_until::float8 AS "until",
            EXISTS (SELECT FROM partner_change e WHERE e.region = k.region AND e.kind = 'key-end' AND e.kid = k.kid
                       AND e.agreed IS NOT false) AS ended
       FROM partner_change k WHERE region = $1 AND kind = 'key' AND agreed ORDER BY key_from, id`,
    [region],
  );
}

/** Where a partner is, and the keys by which what it says is believed. */
export interface SpeakerRow {
  readonly gateway: string | null;
  readonly suspended: boolean;
  readonly keys: readonly Omit<PartnerKey, 'ended'>[];
}

export async function speakerOn(
  reader: Reader,
  { region, on }: { readonly region: string; readonly on: PlainDate },
): Promise<SpeakerRow | undefined> {
  const row = await reader.row<SpeakerRow | { readonly keys: null }>(
    'SELECT gateway, suspended, keys FROM partner_speaking($1, $2)',
    [region, on],
  );
  return row && row.keys !== null ? row : undefined;
}

const columns = `id, region, kind, effective_on AS "effectiveOn", name_zh AS "nameZh", name_en AS "nameEn",
  gateway_url AS gateway, accepts_balances AS "acceptsBalances", versions, kid, reason, asked_by AS "askedBy",
  asked_at AS "askedAt", decided_by AS "decidedBy", decided_at AS "decidedAt", agreed`;

/** The latest first. */
export function changesOf(
  reader: Reader,
  asked: {
    readonly region: string | null;
    readonly open: boolean;
    readonly before: string | null;
    readonly limit: number;
  },
): Promise<PartnerChange[]> {
  return reader.rows<PartnerChange>(
    `SELECT ${columns} FROM partner_change
      WHERE ($1::text IS NULL OR region = $1) AND (NOT $2 OR decided_at IS NULL) AND ($3::text IS NULL OR id < $3)
      ORDER BY id DESC LIMIT $4`,
    [asked.region, asked.open, asked.before, asked.limit],
  );
}

export interface NewChange {
  readonly id: string;
  readonly region: string;
  readonly kind: PartnerChangeKind;
  readonly profile:
    | (Omit<PartnerProfile, 'region' | 'account'> & { accountSealed: Uint8Array | null })
    | null;
  readonly kid: string | null;
  readonly key: Pick<PartnerKey, 'x' | 'from' | 'until'> | null;
  readonly reason: string;
  readonly at: Date;
}

export async function askChange(tx: Tx, token: string, change: NewChange): Promise<void> {
  const { profile, key } = change;
  await tx.rows(
    'SELECT ask_partner_change($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)',
    [
      ...[
        token,
        change.id,
        change.region,
        change.kind,
        profile?.effectiveOn ?? null,
        profile?.nameZh ?? null,
      ],
      ...[profile?.nameEn ?? null, profile?.gateway ?? null, profile?.acceptsBalances ?? null],
      ...[profile?.versions ?? null, profile?.accountSealed ?? null, change.kid, key?.x ?? null],
      ...[key?.from ?? null, key?.until ?? null, change.reason, change.at],
    ],
  );
}

export async function decideChange(
  tx: Tx,
  decided: { readonly token: string; readonly id: string; readonly agreed: boolean; readonly at: Date },
): Promise<void> {
  const { token, id, agreed, at } = decided;
  await tx.rows('SELECT decide_partner_change($1, $2, $3, $4)', [token, id, agreed, at]);
}
