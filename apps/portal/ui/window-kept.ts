/** Where a window keeps a word for as long as it is open: never a number, a password or a code that opens something. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const ofThisWindow = (): Kept => sessionStorage;

/** What was kept by this name; null where nothing was, or the browser keeps nothing. */
export function readKept(name: string, kept: () => Kept = ofThisWindow): string | null {
  try {
    return kept().getItem(name);
  } catch {
    return null;
  }
}

/** Keeps it until the window is closed, or forgets it where it is null; where the browser keeps nothing it is gone with the page. */
export function keep(name: string, word: string | null, kept: () => Kept = ofThisWindow): void {
  try {
    if (word === null) kept().removeItem(name);
    else kept().setItem(name, word);
  } catch {
    // as long as the page is there
  }
}
