/** What the API masks with stars, as pages show it: 138 •••• 5678, z •••• @example.org. */
export function masked(text: string): string {
  return text.replace(/\*+/, ' •••• ').trim();
}
