/** An heir as far as it tells whether somebody is the one. */
interface Shown {
  readonly name: string;
  readonly relation: string;
  readonly named: boolean;
}

/** Among whom whoever has signed in says which one they are: the one whom officers know by their name, or else all. */
export function whoMayBeMe<H extends Shown>(heirs: readonly H[]): readonly H[] {
  const named = heirs.filter((one) => one.named);
  return named.length > 0 ? named : heirs;
}

/** Whether two of them cannot be told apart by what is shown of them. */
export function lookAlike(heirs: readonly Shown[]): boolean {
  const shown = heirs.map(({ name, relation }) => `${name} ${relation}`);
  return new Set(shown).size < shown.length;
}
