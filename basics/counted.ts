/** A number of things in English: 1 day, 2 days. */
export function counted(n: number, one: string, other: string): string {
  return `${n} ${forCount(n, one, other)}`;
}

/** What is said of one thing, or else of any other number of them, none included: words that stand around a figure. */
export function forCount<T>(n: number, one: T, other: T): T {
  return new Intl.PluralRules('en').select(n) === 'one' ? one : other;
}
