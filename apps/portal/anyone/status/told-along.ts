import type { WhereItIs } from '#business/tracking/public';
import { putAlong, takeAlong } from '../../ui/along.ts';
import type { Language } from '../../ui/languages.ts';
import type { Kept } from '../../ui/window-kept.ts';

/** How long what was told waits for the page in the other language; it opens within seconds, or somebody went elsewhere. */
export const lastsMs = 60_000;

/** When it happens, and where a window keeps words. */
interface At {
  readonly now: Date;
  readonly kept?: () => Kept;
}

/** Puts by what was told, for the same page in the other language, which shows it and keeps it nowhere. */
export function putTold(told: WhereItIs | null, to: Language, { now, kept }: At): void {
  const state = told && { told, until: now.getTime() + lastsMs };
  putAlong(pathIn(to), { state, typed: {} }, kept);
}

/**
 * What had been told in the other language, once and no minute later; null where nothing was put by for this one. Whatever was put by is
 * gone: nobody who comes back to the window finds where somebody's case was.
 */
export function takeTold(language: Language, { now, kept }: At): WhereItIs | null {
  const put = takeAlong(pathIn(language), kept).state as {
    readonly told: WhereItIs;
    readonly until: number;
  } | null; // as `putTold` wrote it
  return put && now.getTime() < put.until ? put.told : null;
}

function pathIn(language: Language): string {
  return `/${language}/status`;
}
