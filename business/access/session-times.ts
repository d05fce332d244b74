import { limits } from './limits.ts';
import type { SessionTimes } from './sessions.store.ts';

export function newSessionTimes(now: Date): SessionTimes {
  return { openedAt: now, expiresAt: new Date(now.getTime() + limits.idleMinutes * 60_000) };
}

/** Until when a session used now lives on; null where that is not worth a write, or the day's work is over anyway. */
export function extendedUntil({ openedAt, expiresAt }: SessionTimes, now: Date): Date | null {
  const idle = now.getTime() + limits.idleMinutes * 60_000;
  const last = openedAt.getTime() + limits.sessionHours * 3_600_000;
  const until = Math.min(idle, last);
  const gained = until - expiresAt.getTime();
  return gained >= limits.extendAfterMinutes * 60_000 ? new Date(until) : null;
}
