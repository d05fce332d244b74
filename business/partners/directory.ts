import { ok, type PlainDate, type Refusal, type Result, refuse, shanghaiDate, type Text } from '#basics';
import type { Partner, PartnerAddress } from '#engines/exchange';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { type Verifier, verifierOf } from '#platform/signing';
import type { PartnerKey, PartnerProfile, ReceivingAccount } from './partner.ts';
import { keysOf, type ProfileRow, profilesOn, speakerOn } from './store.ts';

/** A partner as it stands on a day. */
export interface PartnerOnRecord extends PartnerProfile {
  readonly suspended: boolean;
  readonly suspendedFor: string | null;
}

/** What is known of an agency on a day. Refuses `partners.no-such-partner`. */
export async function partnerOn(
  reader: Reader,
  { region, on, seal }: { readonly region: string; readonly on: PlainDate; readonly seal: Seal },
): Promise<Result<PartnerOnRecord, Refusal>> {
  const [row] = await profilesOn(reader, { on, after: '', limit: 1, region });
  return row ? ok(recordOf(row, seal)) : refuse({ code: 'partners.no-such-partner', figures: { region } });
}

/** The agencies on a day, by region. */
export async function partnersOn(
  reader: Reader,
  asked: { readonly on: PlainDate; readonly after: string; readonly limit: number; readonly seal: Seal },
): Promise<readonly PartnerOnRecord[]> {
  const rows = await profilesOn(reader, asked);
  return rows.map((row) => recordOf(row, asked.seal));
}

/** What everybody may know of an agency: where it is, what it is called, and how it does transfers. */
export interface TransferPlace {
  readonly region: string;
  readonly name: Text;
  readonly takesBalances: boolean;
  /** It has no gateway: letters go by post. */
  readonly onPaper: boolean;
  readonly suspended: boolean;
}

/** The same of all on a day, by region; nothing of keys or accounts. */
export async function placesOn(
  reader: Reader,
  asked: { readonly on: PlainDate; readonly after: string; readonly limit: number },
): Promise<readonly TransferPlace[]> {
  const rows = await profilesOn(reader, asked);
  return rows.map(({ region, nameZh, nameEn, acceptsBalances, gateway, suspended }) => ({
    ...{ region, name: { zh: nameZh, en: nameEn } },
    ...{ takesBalances: acceptsBalances, onPaper: gateway === null, suspended },
  }));
}

/** Who speaks to us, and by which keys it is believed now; null where nobody entered it. */
export async function partnerSpeaking(
  reader: Reader,
  { region, at }: { readonly region: string; readonly at: Date },
): Promise<Partner | null> {
  if (!/^[1-8][0-9]{5}$/.test(region)) return null;
  const row = await speakerOn(reader, { region, on: shanghaiDate(at) });
  if (!row) return null;
  const { suspended, keys } = row;
  return { region, suspended, verifier: verifierBy(keys) };
}

/** Where a partner is reached, and whose receipts count. */
export async function addressOfPartner(
  reader: Reader,
  { region, at }: { readonly region: string; readonly at: Date },
): Promise<PartnerAddress | null> {
  const row = await speakerOn(reader, { region, on: shanghaiDate(at) });
  if (!row) return null;
  const { gateway, suspended, keys } = row;
  return { gateway, suspended, verifier: verifierBy(keys) };
}

/** Checks what was signed long ago: by every key that the partner ever had here. */
export async function everyKeyOf(reader: Reader, region: string): Promise<Verifier | null> {
  const keys = await keysOf(reader, region);
  return keys.length > 0 ? verifierBy(keys) : null;
}

function verifierBy(keys: readonly Omit<PartnerKey, 'ended'>[]): Verifier {
  return verifierOf({
    keys: keys.map(({ kid, x, from, until }) => ({
      ...{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid, x },
      ...{ nbf: from, exp: until },
    })),
  });
}

function recordOf({ accountSealed, ...row }: ProfileRow, seal: Seal): PartnerOnRecord {
  const account = accountSealed ? (JSON.parse(seal.open(accountSealed)) as ReceivingAccount) : null; // sealed by us
  return { ...row, account };
}
