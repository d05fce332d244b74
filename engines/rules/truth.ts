/** Three-valued logic (Kleene): true, false, or undefined where it cannot be told yet. */
export type Truth = boolean | undefined;

/** What a condition comes to, as an answer tells it. */
export type Finding = 'met' | 'not-met' | 'undetermined';

export function findingOf(truth: Truth): Finding {
  if (truth === undefined) return 'undetermined';
  return truth ? 'met' : 'not-met';
}
