import type { Agency } from '#apps/agency';
import { ok, type Refusal, type Result, refuse } from '#basics';
import { type Notice, readLatestNotices } from '#business/notices';

/** The messages that a demo's people would have got; nobody exists to get them. */
export async function demoNotices(agency: Agency): Promise<Result<readonly Notice[], Refusal>> {
  if (agency.config.mode !== 'demo') return refuse({ code: 'cli.demo-only' });
  return ok(await readLatestNotices(agency, 20));
}
