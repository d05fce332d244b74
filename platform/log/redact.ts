const hidden = '[redacted]';

/** Keys whose value is a secret or identifies a person, wherever in an object they stand. Compared without case and dashes. */
const secretKeys = new Set(
  (
    'password passphrase secret token session sessiontoken authorization cookie setcookie apikey xapikey totp otp ' +
    'onetimecode recoverycode identitykey identitynumber identity idnumber citizenid documentnumber passportnumber ' +
    'bankaccount bankaccountnumber accountnumber iban phone mobile idempotencykey connectionstring databaseurl'
  ).split(' '),
);

/** A copy of `value` in which every secret key is covered. Values that are no plain data stay as they are. */
export function redactKeys(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object' || depth > 8) return value;
  if (Array.isArray(value)) return value.map((item) => redactKeys(item, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(([key, held]) =>
    isSecret(key) && held !== null && held !== undefined ? [key, hidden] : [key, redactKeys(held, depth + 1)],
  );
  return Object.fromEntries(entries);
}

function isSecret(key: string): boolean {
  return secretKeys.has(key.toLowerCase().replaceAll(/[-_]/g, ''));
}

/** What betrays a person or a secret in free text, such as the message of an error that quotes a row. */
const patterns: readonly (readonly [RegExp, string])[] = [
  // Citizen ID, residence permits and the current foreign permanent resident card: region, birth date, serial, check digit.
  [/(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g, hidden],
  // The earlier foreign permanent resident card: three letters, twelve digits.
  [/(?<![A-Za-z0-9])[A-Z]{3}\d{12}(?!\d)/g, hidden],
  // Passports and travel permits: one or two letters, seven or eight digits.
  [/(?<![A-Za-z0-9])[A-Z]{1,2}\d{7,8}(?!\d)/g, hidden],
  // Bank cards: sixteen to nineteen digits.
  [/(?<![\d.])[3-6]\d{15,18}(?!\d)/g, hidden],
  // Mobile numbers of the mainland.
  [/(?<![\d.])1[3-9]\d{9}(?!\d)/g, hidden],
  [/(postgres(?:ql)?:\/\/[^:@/\s"]*):[^@\s"]*@/g, `$1:${hidden}@`],
  [/(Bearer|Basic) [\w.~+/=-]+/gi, `$1 ${hidden}`],
];

/** A random identifier, such as a request's: twelve hexadecimal digits may by chance look like a mobile number. */
const randomId = /(\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b)/g;

/** Covers a finished line of JSON: also the fields of a child log, which never pass `redactKeys`. */
export function redactText(line: string): string {
  const keysCovered = line.replace(/"([\w-]+)":"(?:[^"\\]|\\.)*"/g, (pair, key: string) =>
    isSecret(key) ? `"${key}":"${hidden}"` : pair,
  );
  // Splitting by a group keeps what it matched, at every second place.
  return keysCovered
    .split(randomId)
    .map((part, place) => (place % 2 === 1 ? part : withoutNumbers(part)))
    .join('');
}

function withoutNumbers(part: string): string {
  return patterns.reduce((text, [pattern, cover]) => text.replace(pattern, cover), part);
}
