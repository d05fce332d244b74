import { brokenConstraint, codeOf } from './failures.ts';

/**
 * The refusal code by which a guard of the database said no, or undefined where the error is a fault. Guard functions raise
 * SQLSTATE SX001 with the code as their message; a constraint speaks through `constraints`, which names the code for each
 * constraint's name. The transaction is lost either way: whoever catches it returns the refusal.
 */
export function refusedByGuard<const Code extends string = never>(
  error: unknown,
  constraints: Readonly<Record<string, Code>> = {},
): Code | (string & {}) | undefined {
  if (codeOf(error) === 'SX001' && error instanceof Error) return error.message;
  const constraint = brokenConstraint(error);
  if (constraint === undefined || !Object.hasOwn(constraints, constraint)) return undefined;
  return constraints[constraint];
}

/** What a guard says besides its code, for the procedure to pass on to whoever may know it; null where it says nothing. */
export function guardDetail(error: unknown): string | null {
  if (codeOf(error) !== 'SX001' || typeof error !== 'object' || error === null || !('detail' in error))
    return null;
  return typeof error.detail === 'string' && error.detail !== '' ? error.detail : null;
}
