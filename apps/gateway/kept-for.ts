/** What `make` gives, made anew after so long; `now`: milliseconds of a clock that only goes on. */
export function keptFor<T>({
  milliseconds,
  now,
  make,
}: {
  readonly milliseconds: number;
  readonly now: () => number;
  readonly make: () => T;
}): () => T {
  let kept: { readonly value: T; readonly until: number } | null = null;
  return () => {
    if (!kept || now() >= kept.until) kept = { value: make(), until: now() + milliseconds };
    return kept.value;
  };
}
