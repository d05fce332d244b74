import type { WhereItIs } from '#business/tracking/public';
import { putAlong, takeAlong } from '../../ui/along.ts';
import type { Language } from '../../ui/languages.ts';
import type { Kept } from '../../ui/window-kept.ts';

/** Puts by what was told, for the same page in the other language, which shows it and keeps it nowhere. */
export function putTold(told: WhereItIs | null, to: Language, kept?: () => Kept): void {
  putAlong(pathIn(to), { state: told, typed: {} }, kept);
}

/** What had been told in the other language, once; null where nothing was put by for this one. */
export function takeTold(language: Language, kept?: () => Kept): WhereItIs | null {
  return takeAlong(pathIn(language), kept).state as WhereItIs | null; // as `putTold` wrote it
}

function pathIn(language: Language): string {
  return `${language}/status`;
}
