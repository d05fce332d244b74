import { setTimeout as pause } from 'node:timers/promises';
import { type Guessing, usualGuessing } from './guessing.ts';

/** Runs the work and answers no sooner than always, so that the time does not tell whether somebody is on record. */
export async function evenly<T>(
  { guessing = usualGuessing }: { readonly guessing?: Guessing },
  work: () => Promise<T>,
): Promise<T> {
  const [done] = await Promise.allSettled([work(), pause(guessing.evenAnswerMilliseconds)]);
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}
