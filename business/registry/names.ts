import type { Text } from '#basics';
import { numberInText } from './number-in-text.ts';

/**
 * Names and addresses as they may stand on record, wherever they come from: typed at the window, corrected, or imported. They
 * go on into letters, payment files, lists that a spreadsheet opens and pages of other programs, so nothing that one of those
 * would take for a command gets in: no markup, no formula, no mark that cannot be seen or that turns text around.
 */

/** What speaks against a person's name; null where nothing does. */
export function personNameWrong(name: string): Text | null {
  return wrongBy(name, { form: person, longest: 100, said: wrong.person });
}

/** The same for the name of an employer, which has more marks in it, and may begin with a numeral or a bracket. */
export function organisationNameWrong(name: string): Text | null {
  return wrongBy(name, { form: organisation, longest: 200, said: wrong.organisation });
}

/** The same for an e-mail address: one address, in the form in which mail programs take it without quotes. */
export function emailWrong(email: string): Text | null {
  return email.length <= 254 && address.test(email) ? null : wrong.email;
}

interface Rule {
  readonly form: RegExp;
  readonly longest: number;
  readonly said: Text;
}

function wrongBy(name: string, { form, longest, said }: Rule): Text | null {
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name)) return wrong.unseen;
  if ([...name].length > longest) return tooLong(longest);
  if (!form.test(name)) return said;
  return numberInText('', name)[0]?.detail ?? null;
}

// 〇 is a numeral to Unicode and a character of names; `@` and `/` stand in Malaysian names (a/l, a/p).
const person = /^[\p{L}〇○][\p{L}\p{M}\p{Nd}〇○ '’ʼ.,·•‧・@/()（）\-‐–]*$/u;
const organisation =
  /^[\p{L}\p{N}〇○(（【“《「][\p{L}\p{M}\p{N}〇○ '’ʼ.,，、;:：·•‧・@/()（）【】“”《》「」&+#№\-‐–—]*$/u;
const address =
  /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}.!#$%&'*+/=?^_{|}~-]{0,63}@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,}$/u;

function tooLong(longest: number): Text {
  return { zh: `最多 ${longest} 个字。`, en: `At most ${longest} characters.` };
}

const wrong = {
  unseen: {
    zh: '含有看不见的控制符号，请删掉后重新输入。',
    en: 'It holds control characters that cannot be seen; type it anew.',
  },
  person: {
    zh: "姓名以文字开头，只含文字、数字、空格和 · - . , ' @ / ( ) 这些符号。",
    en: "A name begins with a letter and holds letters, digits, spaces and · - . , ' @ / ( ) only.",
  },
  organisation: {
    zh: '单位名称以文字、数字或括号开头，不含 < > = * \\ " 等符号。',
    en: 'The name of an employer begins with a letter, a digit or a bracket, without signs such as < > = * \\ ".',
  },
  email: { zh: '这不是一个电子邮箱地址。', en: 'This is not an e-mail address.' },
} as const satisfies Readonly<Record<string, Text>>;
