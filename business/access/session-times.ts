import { limits } from './limits.ts';
import type { SessionTimes } from './sessions.store.ts';

export function newSessionTimes(now: Date): SessionTimes {
  return { openedAt: now, expiresAt: new Date(now.getTime() + limits.idleMinutes * 60_000) };
}

/** Until when a session used now lives on; null where that is not worth a write, or the day's work is over anyway. */
export function extendedUntil(session: SessionTimes, now: Date): Date | null {
  const until = newestEnd(session, now);
  const gained = until.getTime() - session.expiresAt.getTime();
  return gained >= limits.extendAfterMinutes * 60_000 ? until : null;
}

/** Until when a session that began then may live if it is used now. */
export function newestEnd({ openedAt }: Pick<SessionTimes, 'openedAt'>, now: Date): Date {
  const idle = now.getTime() + limits.idleMinutes * 60_000;
  const last = openedAt.getTime() + limits.sessionHours * 3_600_000;
  return new Date(Math.min(idle, last));
}
