import { ok, type Result, refuse } from '#basics';
import { inTransaction } from '#platform/postgres';
import type { Caller } from './caller.ts';
import type { AccessContext } from './context.ts';
import { capacitiesOf } from './logins.store.ts';
import type { OpenSession } from './officer-sessions.ts';
import { newestEnd } from './session-times.ts';
import { type Capacity, endLiveSession, insertPersonSession, livePersonSession } from './sessions.store.ts';
import { hashToken, personToken } from './tokens.ts';

/**
 * Goes on in another capacity of the same login without its password: a session of its own in the place of the one that asks,
 * which is over with it. It began when that one began, so that nobody makes a day's work longer by changing.
 */
export async function changeCapacity(
  access: AccessContext,
  caller: Caller,
  capacity: Capacity,
): Promise<Result<OpenSession>> {
  const { loginDatabase, random } = access;
  if (caller.token === null) return noSession;
  const at = { loginId: caller.id, tokenHash: hashToken(caller.token) };
  const session = await livePersonSession(loginDatabase, at);
  if (!session) return noSession;
  const has = await capacitiesOf(loginDatabase, caller.id);
  if (!has.includes(capacity)) return refuse({ code: 'access.no-capacity' });
  const token = personToken(random, caller.id);
  const expiresAt = newestEnd(session, session.now);
  return inTransaction(loginDatabase, async (tx) => {
    if (!(await endLiveSession(tx, at))) return noSession; // somebody else's answer, or a second press, came first
    const { openedAt } = session;
    const opened = { loginId: caller.id, tokenHash: hashToken(token), capacity, openedAt, expiresAt };
    await insertPersonSession(tx, opened);
    return ok({ token, expiresAt: expiresAt.toISOString() });
  });
}

const noSession = refuse({ code: 'access.no-session' });
