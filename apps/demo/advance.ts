import { type Agency, moveLeadSeconds } from '#apps/agency';
import { ok, type PlainDate, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import { callerOf, openOfficerSession } from '#business/access';
import type { Caller } from '#business/access/public';
import { settleAllApproved } from '#business/withdrawal';
import { bankAnswers, type RefusedFile } from './bank.ts';
import { accessOf, demoPassword } from './staff.ts';

/** What a demo lived through while its clock was moved. */
export interface Advance {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly settled: number;
  /** Batches that the simulated bank answered. */
  readonly answered: number;
  /** Files of the bank that were not taken in. */
  readonly refused: readonly RefusedFile[];
}

const daySeconds = 86_400;

/** `10d` or `36h`, as seconds. */
export function readPeriod(period: string): number | null {
  const [, count, unit] = /^([1-9]\d{0,3})([dh])$/.exec(period) ?? [];
  return count === undefined ? null : Number(count) * (unit === 'd' ? daySeconds : 3600);
}

/**
 * Moves a demo's clock, a day at a time, with what happens by itself each day: approved cases are settled, the bank answers.
 * What the agency refuses of the bank stops neither the clock nor the settlements; it is told at the end.
 * Nothing but a demo's clock can be moved: elsewhere the clock is the machine's.
 */
export async function advanceDemo(agency: Agency, period: string): Promise<Result<Advance, Refusal>> {
  const seconds = readPeriod(period);
  if (seconds === null) return refuse({ code: 'cli.bad-period', figures: { period } });
  const { migrator, config } = agency;
  if (config.mode !== 'demo' || !migrator) return refuse({ code: 'cli.demo-only' });
  const finance = await financeOf(agency);
  if (!finance.ok) return finance;
  const from = shanghaiDate(agency.clock.now());
  let settled = 0;
  let answered = 0;
  const refused: RefusedFile[] = [];
  for (let left = seconds; left > 0; left -= daySeconds) {
    await moveLeadSeconds(migrator, Math.min(left, daySeconds));
    await agency.clock.refresh();
    settled += (await settleAllApproved(agency)).settled.length;
    const day = await bankAnswers(agency, finance.value);
    answered += day.answered;
    refused.push(...day.refused);
  }
  return ok({ from, to: shanghaiDate(agency.clock.now()), settled, answered, refused });
}

/** Who hands the bank's files in. Somebody who plays with the demo may have changed the password or disabled the officer. */
async function financeOf(agency: Agency): Promise<Result<Caller, Refusal>> {
  const access = accessOf(agency);
  const loginName = 'finance1';
  const session = await openOfficerSession(access, { loginName, password: demoPassword });
  const caller = session.ok ? await callerOf(access, { bearer: session.value.token }) : session;
  return caller.ok
    ? caller
    : refuse({ code: 'demo.no-finance', figures: { loginName, why: caller.refusal.code } });
}
