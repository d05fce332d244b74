/** Where a window keeps a word for as long as it is open. */
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const name = 'suixing.chosen';

/** Whose pages were open in this window before it was loaded again; null where nobody's were, or nothing may be kept. */
export function chosenBefore(kept: () => Kept = () => sessionStorage): string | null {
  try {
    return kept().getItem(name);
  } catch {
    return null; // a browser that keeps nothing
  }
}

export function keepChosen(personId: string | null, kept: () => Kept = () => sessionStorage): void {
  try {
    if (personId === null) kept().removeItem(name);
    else kept().setItem(name, personId);
  } catch {
    // it is kept as long as the page is
  }
}
