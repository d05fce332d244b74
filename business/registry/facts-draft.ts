import type { Problem } from '#basics';
import { type Facts, noFacts } from './facts.ts';

/** Facts while they are being read, and what was found wrong on the way. Used as facts only where nothing was wrong. */
export interface Draft {
  readonly facts: { -readonly [Name in keyof Facts]: Facts[Name] };
  readonly problems: Problem[];
}

/** An object of the request, not checked yet. */
export type Given = Readonly<Record<string, unknown>>;

export function emptyDraft(): Draft {
  return { facts: { ...noFacts }, problems: [] };
}

export function note(problems: Problem[], problem: Problem | null): void {
  if (problem !== null) problems.push(problem);
}

export function noteAll(problems: Problem[], found: readonly Problem[] | null): void {
  if (found !== null) problems.push(...found);
}
