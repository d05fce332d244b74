/** Chinese characters of a heading that a phone of 360 px holds in a line. */
const inALine = 11;

/**
 * The class of a heading with a clause that is longer than a line. Chinese headings break after their marks only; a longer clause
 * would be cut anywhere, so that a question mark may begin a line, and is broken as running text is.
 */
export function breaksWithin(heading: string): 'long' | undefined {
  if (!/\p{Script=Han}/u.test(heading)) return undefined;
  const clauses = heading.split(/(?<=\p{Po})/u);
  return clauses.some((clause) => [...clause].length > inALine) ? 'long' : undefined;
}
