/** A sender's message in one transfer, as the order looks at it. */
export interface InOrder {
  readonly sequence: number;
  /** Nothing came of it yet. */
  readonly waits: boolean;
  /** A clerk let it go on although one before it is missing. */
  readonly released: boolean;
}

/**
 * Which of one sender's messages of a transfer comes next, or null while one before it is missing. Those that are done, whatever
 * came of them, let the next one go on.
 */
export function nextInOrder<M extends InOrder>(messages: readonly M[]): M | null {
  const first = messages.filter(({ waits }) => waits).toSorted((a, b) => a.sequence - b.sequence)[0];
  if (!first) return null;
  const done = messages.filter(({ waits }) => !waits).map(({ sequence }) => sequence);
  const reached = Math.max(0, ...done);
  return first.released || first.sequence <= reached + 1 ? first : null;
}
