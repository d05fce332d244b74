import type { Text } from '#basics';

/** What can be wrong with a number, and what to do about it. No text repeats the number itself. */
export const identityWrong = {
  numberMissing: { zh: '没有填写证件号码。', en: 'The document number is missing.' },
  scientific: {
    zh: '号码被表格软件改成了科学计数法，位数已经丢失；请把这一列设为“文本”格式后重新填写。',
    en: 'A spreadsheet turned the number into scientific notation and lost digits; format the column as text and enter it again.',
  },
  fifteenDigits: {
    zh: '这是旧的15位身份证号，已经停用；请按现在的18位身份证填写。',
    en: 'This is an old 15-digit number, no longer in use; enter the 18 digits of the present identity card.',
  },
  citizenForm: {
    zh: '居民身份证号应为18位：前17位是数字，最后一位是数字或X。',
    en: 'A citizen ID has 18 characters: 17 digits, and a digit or X at the end.',
  },
  isResidencePermit: {
    zh: '这是港澳台居民居住证的号码，请把证件类型改为“港澳台居民居住证”。',
    en: 'This number is of a residence permit for Hong Kong, Macao and Taiwan residents; change the kind of document to that.',
  },
  isPermanentResidentCard: {
    zh: '9开头的是外国人永久居留身份证号码，请把证件类型改为“外国人永久居留身份证”。',
    en: 'A number that begins with 9 is of a foreign permanent resident card; change the kind of document to that.',
  },
  area: {
    zh: '前两位不是任何省级地区的代码，请对照证件核对。',
    en: 'The first two digits are no province; compare with the document.',
  },
  birth: {
    zh: '第7到14位不是一个真实的出生日期，请对照证件核对。',
    en: 'Places 7 to 14 are not a real day of birth; compare with the document.',
  },
  check: {
    zh: '最后一位校验码不对，说明号码有一位输错或颠倒了；请对照证件逐位核对。',
    en: 'The check character at the end does not fit: a digit is mistyped or swapped; compare with the document digit by digit.',
  },
  travelPermit: {
    zh: '这像是来往内地（大陆）通行证的号码；请填写18位的港澳台居民居住证号码。',
    en: 'This looks like a travel permit; enter the 18 digits of the residence permit.',
  },
  permitForm: {
    zh: '港澳台居民居住证号码应为18位：前17位是数字，最后一位是数字或X。',
    en: 'A residence permit number has 18 characters: 17 digits, and a digit or X at the end.',
  },
  permitArea: {
    zh: '港澳台居民居住证号码以810000（香港）、820000（澳门）或830000（台湾）开头；大陆居民请选“居民身份证”。',
    en: 'A residence permit number begins with 810000 (Hong Kong), 820000 (Macao) or 830000 (Taiwan); for mainland residents choose the citizen ID.',
  },
  cardForm: {
    zh: '外国人永久居留身份证号码应为3个字母加12位数字（2017版），或9开头的18位（2023版）。',
    en: 'A foreign permanent resident card has 3 letters and 12 digits (2017), or 18 characters beginning with 9 (2023).',
  },
  passportForm: {
    zh: '护照号码应为5到15位字母和数字，至少有一个数字。',
    en: 'A passport number has 5 to 15 letters and digits, at least one of them a digit.',
  },
  passportIssuer: {
    zh: '护照必须写明签发国，用三位字母代码，例如 DEU。',
    en: 'A passport needs the state that issued it, as a three-letter code such as DEU.',
  },
  creditCodeForm: {
    zh: '统一社会信用代码应为18位数字和大写字母（不用 I、O、Z、S、V），第3到8位是数字。',
    en: 'A unified social credit code has 18 digits and capital letters (never I, O, Z, S or V), places 3 to 8 being digits.',
  },
  creditCodeCheck: {
    zh: '统一社会信用代码的校验位不对，请对照营业执照逐位核对。',
    en: 'The check character of the unified social credit code does not fit; compare with the business licence.',
  },
} as const satisfies Readonly<Record<string, Text>>;
