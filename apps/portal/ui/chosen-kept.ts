import { type Kept, keep, readKept } from './window-kept.ts';

const name = 'suixing.chosen';

/** Whose pages were open in this window before it was loaded again; null where nobody's were, or nothing may be kept. */
export function chosenBefore(kept?: () => Kept): string | null {
  return readKept(name, kept);
}

export function keepChosen(personId: string | null, kept?: () => Kept): void {
  keep(name, personId, kept);
}
