/** Words of the books and of procedures begin small; on a line of their own they begin with a capital. */
export function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
