import type { PlainDate } from '#basics';

/** Where an agency takes the money that comes with a person. */
export interface ReceivingAccount {
  readonly holder: string;
  readonly bankName: string;
  /** Twelve digits. */
  readonly bankCode: string;
  readonly accountNumber: string;
}

/** What is known of another agency, from a day on. */
export interface PartnerProfile {
  readonly region: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Where its gateway is; null where it is reached on paper. */
  readonly gateway: string | null;
  readonly acceptsBalances: boolean;
  /** Versions of the exchange that it speaks. */
  readonly versions: readonly string[];
  readonly account: ReceivingAccount | null;
  readonly effectiveOn: PlainDate;
}

/** A partner's public key; `from` and `until` are seconds since 1970, as the published set has them. */
export interface PartnerKey {
  readonly kid: string;
  readonly x: string;
  readonly from: number;
  readonly until: number;
  /** Nothing that comes in is believed by it any more. */
  readonly ended: boolean;
}

export type PartnerChangeKind = 'profile' | 'key' | 'key-end' | 'suspend' | 'resume';

/** What one administrator asks for and another agrees to. */
export interface PartnerChange {
  readonly id: string;
  readonly region: string;
  readonly kind: PartnerChangeKind;
  readonly effectiveOn: PlainDate | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly gateway: string | null;
  readonly acceptsBalances: boolean | null;
  readonly versions: readonly string[] | null;
  readonly kid: string | null;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly agreed: boolean | null;
}
