/** What an error of the database means. SQLSTATE codes: PostgreSQL documentation, appendix A. */

/** The server rolled back and says that trying again may succeed: a serialization failure, a deadlock. */
export function isRetryable(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error));
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

/** Connecting failed in a way that passes: the server restarts, or has no connection free. */
export function failedBeforeAnyEffect(error: unknown): boolean {
  return isLostConnection(error) || codeOf(error) === '53300';
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
