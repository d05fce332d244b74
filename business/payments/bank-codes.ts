/** How banks are named: at home by twelve digits (CNAPS), abroad by a BIC (ISO 9362). */

/** The kinds of banks by the first digit of their number; 0 is the treasury, 8 was never given to anybody. */
const bankKinds = /^[1-79]/;

/** Three digits of kind, four of the place (from 1000, Beijing), five of the branch. */
export function isBankNumber(code: string): boolean {
  return /^\d{12}$/.test(code) && bankKinds.test(code) && Number(code.slice(3, 7)) >= 1000;
}

/** The banks that most people have, by the first three digits of their numbers and a part of their names. */
const nationalBanks: readonly (readonly [kind: string, name: string])[] = [
  ['102', '工商银行'],
  ['103', '农业银行'],
  ['104', '中国银行'],
  ['105', '建设银行'],
  ['301', '交通银行'],
  ['302', '中信银行'],
  ['303', '光大银行'],
  ['304', '华夏银行'],
  ['305', '民生银行'],
  ['306', '广发银行'],
  ['307', '平安银行'],
  ['308', '招商银行'],
  ['309', '兴业银行'],
  ['310', '浦东发展银行'],
  ['403', '邮政储蓄银行'],
];

/** Whether the name is that of another national bank than the number’s. */
export function namesAnotherBank(code: string, bankName: string): boolean {
  const named = nationalBanks.find(([, name]) => bankName.includes(name));
  return named !== undefined && named[0] !== code.slice(0, 3);
}

/** `BNPAFRPPXXX`: four characters of the bank, two of the country, two of the place, three of the branch where it is named. */
export function isBic(code: string): boolean {
  return /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(code) && countryCodes.has(countryOfBic(code));
}

export function countryOfBic(bic: string): string {
  return bic.slice(4, 6);
}

/** The assigned alpha-2 codes of ISO 3166-1, as banks write countries, and XK, which banks use for Kosovo. */
const assigned = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT
JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP
MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY
QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR
TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
`;

export const countryCodes: ReadonlySet<string> = new Set(assigned.trim().split(/\s+/));
