/** What an error of the database means. SQLSTATE codes: PostgreSQL documentation, appendix A. */

/**
 * It may well succeed the next time: a serialization failure, a deadlock, a connection that broke or could not be had. What
 * the statement did is undone; only a commit that was on its way is another matter.
 */
export function isPassing(error: unknown): boolean {
  const again = ['40001', '40P01', '53300'].includes(codeOf(error)) || isOutdatedPlan(error);
  return again || isCrossedLocks(error) || isLostConnection(error);
}

/**
 * The server took two transactions for changers of one row and gave the statement up: an inner fault of its own (seen once, PostgreSQL
 * 18.4, a crowd of entries on one account). Nothing of the statement stays.
 */
function isCrossedLocks(error: unknown): boolean {
  return codeOf(error) === 'XX000' && error instanceof Error && error.message.startsWith('new multixact');
}

/** A migration changed what a statement answers that the connection had planned before. */
export function isOutdatedPlan(error: unknown): boolean {
  return codeOf(error) === '0A000' && error instanceof Error && error.message.includes('cached plan');
}

/** The connection is gone, or the server is going: nothing more can be heard from it. */
export function isLostConnection(error: unknown): boolean {
  const code = codeOf(error);
  if (code.startsWith('08') || ['57P01', '57P02', '57P03', ...brokenSockets].includes(code)) return true;
  return (
    error instanceof Error &&
    /^(Connection terminated|Client has encountered a connection error)/.test(error.message)
  );
}

/** The name of the constraint that a statement broke, by which a store tells which guard refused. */
export function brokenConstraint(error: unknown): string | undefined {
  if (!codeOf(error).startsWith('23')) return undefined;
  const { constraint } = error as { constraint?: unknown }; // pg puts it on errors of class 23
  return typeof constraint === 'string' ? constraint : undefined;
}

const brokenSockets = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT', 'ETIMEDOUT'];

export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
