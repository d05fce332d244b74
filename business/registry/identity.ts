import { isPlainDate, type PlainDate, type Text } from '#basics';
import { checkCharacter } from './check-character.ts';
import { identityWrong } from './identity-problems.ts';

export const identityKinds = [
  'citizen-id',
  'residence-permit',
  'permanent-resident-card',
  'passport',
] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** An identity document whose number is well formed: upper case, no spaces, check character right. */
export interface IdentityDocument {
  readonly kind: IdentityKind;
  /** ISO 3166-1 alpha-3: whose authority gave it; for a residence permit, of which territory its holder is a resident. */
  readonly issuer: string;
  readonly number: string;
  /** The day of birth that the number carries; null where it carries none. */
  readonly bornOn: PlainDate | null;
}

/** Either what was read, or everything that is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly wrong: readonly Text[] };

export interface GivenIdentity {
  readonly kind: IdentityKind;
  readonly number: string;
  /** Needed for a passport only; another document's number says who gave it. */
  readonly issuer?: string | null | undefined;
}

/**
 * Reads an identity number of a kind: citizen ID (GB 11643-1999), residence permit of Hong Kong, Macao and Taiwan residents
 * (the same form, areas 810000, 820000, 830000), foreign permanent resident card (2017 and 2023 forms), passport.
 * Full-width characters, lower case and spaces are how people type, and mend themselves.
 */
export function readIdentity(given: GivenIdentity): Read<IdentityDocument> {
  const number = tidyNumber(given.number);
  if (number === '') return { wrong: [identityWrong.numberMissing] };
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(number)) return { wrong: [identityWrong.scientific] };
  switch (given.kind) {
    case 'citizen-id':
      return readCitizenId(number);
    case 'residence-permit':
      return readResidencePermit(number);
    case 'permanent-resident-card':
      return readPermanentResidentCard(number);
    case 'passport':
      return readPassport(number, given.issuer);
  }
}

/** What a number is looked up by: the kind and the issuer belong to it, since two states may give the same number. */
export function identityKey({
  kind,
  issuer,
  number,
}: Pick<IdentityDocument, 'kind' | 'issuer' | 'number'>): string {
  return `${kind}/${issuer}/${number}`;
}

/** Half-width, upper case, without the spaces and hyphens that people group digits with. */
export function tidyNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\-‐-―]/g, '')
    .toUpperCase();
}

const residents: Readonly<Record<string, string>> = { '810000': 'HKG', '820000': 'MAC', '830000': 'TWN' };

// GB/T 2260: the provinces. Numbers given in Taiwan, Hong Kong and Macao stand under 71, 81 and 82, and 83 for Taiwan
// residents; districts come and go, so no more than the province is looked at.
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

function readCitizenId(number: string): Read<IdentityDocument> {
  if (/^\d{15}$/.test(number)) return { wrong: [identityWrong.fifteenDigits] };
  if (!/^\d{17}[\dX]$/.test(number)) return { wrong: [identityWrong.citizenForm] };
  if (number.startsWith('9')) return { wrong: [identityWrong.isPermanentResidentCard] };
  if (residents[number.slice(0, 6)]) return { wrong: [identityWrong.isResidencePermit] };
  const wrong: Text[] = [];
  if (!provinces.has(number.slice(0, 2))) wrong.push(identityWrong.area);
  return readNumbered(number, { kind: 'citizen-id', issuer: 'CHN', wrong });
}

function readResidencePermit(number: string): Read<IdentityDocument> {
  if (/^[HM]\d{8}(\d\d)?$/.test(number) || /^\d{8}$/.test(number))
    return { wrong: [identityWrong.travelPermit] };
  if (!/^\d{17}[\dX]$/.test(number)) return { wrong: [identityWrong.permitForm] };
  const issuer = residents[number.slice(0, 6)];
  const wrong = issuer === undefined ? [identityWrong.permitArea] : [];
  return readNumbered(number, { kind: 'residence-permit', issuer: issuer ?? '', wrong });
}

/** The 18 characters that citizens and residents have alike: birth in places 7 to 14, the check character last. */
function readNumbered(
  number: string,
  about: { readonly kind: IdentityKind; readonly issuer: string; readonly wrong: readonly Text[] },
): Read<IdentityDocument> {
  const wrong = [...about.wrong];
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const born = isPlainDate(bornOn) && /^(18|19|20)/.test(bornOn) ? bornOn : null;
  if (born === null) wrong.push(identityWrong.birth);
  if (!checkFits(number)) wrong.push(identityWrong.check);
  if (wrong.length > 0) return { wrong };
  return { value: { kind: about.kind, issuer: about.issuer, number, bornOn: born } };
}

/**
 * 2017: three letters of the state and twelve digits, without a check character that is published. 2023: 18 digits, the
 * first a 9, the last a check character. The issuing authority is Chinese for both.
 */
function readPermanentResidentCard(number: string): Read<IdentityDocument> {
  const document = { kind: 'permanent-resident-card', issuer: 'CHN', number } as const;
  if (/^[A-Z]{3}\d{12}$/.test(number)) return { value: { ...document, bornOn: null } };
  if (!/^9\d{16}[\dX]$/.test(number)) return { wrong: [identityWrong.cardForm] };
  if (!checkFits(number)) return { wrong: [identityWrong.check] };
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return { value: { ...document, bornOn: isPlainDate(bornOn) ? bornOn : null } };
}

function readPassport(number: string, issuer: string | null | undefined): Read<IdentityDocument> {
  const wrong: Text[] = [];
  if (!/^(?=.*\d)[A-Z0-9]{5,15}$/.test(number)) wrong.push(identityWrong.passportForm);
  if (!issuer || !/^[A-Z]{3}$/.test(issuer)) wrong.push(identityWrong.passportIssuer);
  if (wrong.length > 0) return { wrong };
  return { value: { kind: 'passport', issuer: issuer ?? '', number, bornOn: null } };
}

function checkFits(number: string): boolean {
  return checkCharacter(number.slice(0, 17)) === number.at(17);
}
