/**
 * How what identifies a person is shown: enough for its holder to know it again, too little for anyone else to use it.
 */

/** `440***********1234`; of short numbers (passports) less is shown. */
export function maskNumber(number: string): string {
  const [head, tail] = number.length >= 15 ? [3, 4] : [1, 2];
  return `${number.slice(0, head)}${'*'.repeat(Math.max(number.length - head - tail, 1))}${number.slice(-tail)}`;
}

/** The last characters that may lie unsealed beside a sealed number. */
export function numberTail(number: string): string {
  return number.length >= 15 ? number.slice(-4) : number.slice(-2);
}

/** `张*`, `欧***`; of Latin names the first letter of each word. The name is the one on record, in every language: by two masks of
 * one name more could be told. Three signs at most: how long a long name is tells whose it is. */
export function maskName(name: string): string {
  if (/^[\p{Script=Latin}\s.'’-]+$/u.test(name))
    return name.replace(/\p{L}[^\s-]*/gu, (word) => `${[...word][0]}***`);
  const [first = '', ...rest] = [...name];
  return `${first}${'*'.repeat(Math.min(Math.max(rest.length, 1), 3))}`;
}

/** `138****5678`. */
export function maskPhone(phone: string): string {
  const [head, tail] = phone.length >= 11 ? [phone.length - 8, 4] : [1, 2];
  return `${phone.slice(0, head)}${'*'.repeat(Math.max(phone.length - head - tail, 1))}${phone.slice(-tail)}`;
}

/** `z***@example.org`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0] ?? ''}***${at < 0 ? '' : email.slice(at)}`;
}
