// ISO 7064 MOD 11-2, as GB 11643-1999 writes it out for 17 digits.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const characters = '10X98765432';

/** The check character of 17 digits of an identity number (GB 11643-1999, annex A). */
export function checkCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits.charAt(place)), 0);
  return characters.charAt(sum % 11);
}
