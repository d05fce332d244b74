/** One guard taken out on purpose, and the tests that must notice. */
export interface Break {
  /** Short, unique, for the command line. */
  readonly name: string;
  /** What no longer holds, as a sentence. */
  readonly guard: string;
  readonly file: string;
  /** Must occur exactly once in `file`. */
  readonly find: string;
  readonly replace: string;
  /** Test files of which at least one test must fail. */
  readonly tests: readonly string[];
}
