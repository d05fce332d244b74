import type { Text } from '#basics';
import { type IdentityDocument, type IdentityKind, readIdentity } from './identity.ts';
import { type Cells, cell, choiceCell, complain, countryCell, neededCell } from './import-cells.ts';
import type { DocumentKey } from './import-columns.ts';

const kinds: ReadonlyMap<string, IdentityKind> = new Map([
  ['citizen-id', 'citizen-id'],
  ['居民身份证', 'citizen-id'],
  ['身份证', 'citizen-id'],
  ['residence-permit', 'residence-permit'],
  ['港澳台居民居住证', 'residence-permit'],
  ['permanent-resident-card', 'permanent-resident-card'],
  ['外国人永久居留身份证', 'permanent-resident-card'],
  ['passport', 'passport'],
  ['护照', 'passport'],
]);

/** The identity document that a line names. A passport without an issuing state is taken as given by `issuerElse`. */
export function documentCells<Key extends string>(
  cells: Cells<Key | DocumentKey>,
  issuerElse: string | null,
): IdentityDocument | null {
  const kind = choiceCell(cells, 'document_kind', kinds);
  if (kind === null && cell(cells, 'document_kind') === null) neededCell(cells, 'document_kind');
  const number = neededCell(cells, 'document_number');
  const issuer = countryCell(cells, 'document_issuer') ?? issuerElse;
  if (kind === null || number === null) return null;
  const read = readIdentity({ kind, number, issuer });
  if ('value' in read) return read.value;
  for (const detail of read.wrong) complain(cells, 'document_number', detail);
  return null;
}

/** What speaks against a document being this person's. `lost`: Chinese nationality was lost, so it may differ. */
export function documentFits(
  document: IdentityDocument,
  person: { readonly bornOn: string | null; readonly nationality: string | null; readonly lost: boolean },
): { readonly problems: readonly Text[]; readonly notices: readonly Text[] } {
  const { kind, bornOn, issuer, number } = document;
  const problems: Text[] = [];
  const notices: Text[] = [];
  // Where the number of the 2023 card carries the birth is not officially published, so it is only pointed out there.
  const births = kind === 'permanent-resident-card' ? notices : problems;
  if (bornOn !== null && person.bornOn !== null && bornOn !== person.bornOn) births.push(said.birthDiffers);
  if (person.nationality === null || person.lost) return { problems, notices };
  const foreign = !['CHN', 'HKG', 'MAC', 'TWN'].includes(person.nationality);
  if (kind === 'citizen-id' && person.nationality !== 'CHN') problems.push(said.citizenIsChinese);
  if (kind === 'residence-permit' && person.nationality !== issuer) problems.push(said.permitTerritory);
  if (kind === 'permanent-resident-card' && !foreign) problems.push(said.cardForForeigners);
  if (
    kind === 'permanent-resident-card' &&
    foreign &&
    /^[A-Z]/.test(number) &&
    !number.startsWith(person.nationality)
  ) {
    problems.push(said.cardState);
  }
  if (kind === 'passport' && issuer !== person.nationality) notices.push(said.passportState);
  return { problems, notices };
}

const said = {
  birthDiffers: {
    zh: '证件号码里的出生日期与“出生日期”一列不同。',
    en: 'The day of birth in the document number differs from the column born_on.',
  },
  citizenIsChinese: {
    zh: '持居民身份证的，国籍应为 CHN；已丧失国籍的请填写“丧失国籍日期”。',
    en: 'The holder of a citizen ID has the nationality CHN; where it was lost, fill in nationality_lost_on.',
  },
  permitTerritory: {
    zh: '居住证号码开头的地区与“国籍”一列（HKG、MAC、TWN）不符。',
    en: 'The territory that the permit number begins with does not fit the nationality (HKG, MAC or TWN).',
  },
  cardForForeigners: {
    zh: '永久居留身份证只发给外国人，请核对国籍。',
    en: 'Permanent resident cards are given to foreigners only; check the nationality.',
  },
  cardState: {
    zh: '永久居留身份证开头的国家代码与“国籍”一列不符。',
    en: 'The state that the card number begins with is not the nationality.',
  },
  passportState: {
    zh: '护照签发国与国籍不同，请确认。',
    en: 'The passport was issued by another state than the nationality; please make sure.',
  },
} as const satisfies Readonly<Record<string, Text>>;
