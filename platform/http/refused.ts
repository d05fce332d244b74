import type { Refusal } from '#basics';

/** A refusal on its way to the server's error handler, where hooks can answer in no other way. */
export type RefusedError = Error & { readonly refusal: Refusal };

export function refused(refusal: Refusal): RefusedError {
  return Object.assign(new Error(refusal.code), { name: 'RefusedError', refusal });
}

export function isRefused(error: unknown): error is RefusedError {
  return error instanceof Error && error.name === 'RefusedError';
}
