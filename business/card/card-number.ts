/**
 * A card's number as it is kept: letters and digits without spaces or hyphens. The printed number of the social security card
 * and the electronic credential's have no published check, so nothing more is asked of them. Null where it cannot be one.
 */
export function readCardNumber(given: string): string | null {
  const tidy = given.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  return /^[A-Z0-9]{6,40}$/.test(tidy) ? tidy : null;
}

/** The last characters that may lie unsealed beside a sealed number. */
export function cardTail(number: string): string {
  return number.length >= 12 ? number.slice(-4) : number.slice(-2);
}
