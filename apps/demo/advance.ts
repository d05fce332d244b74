import { type Agency, moveLeadSeconds } from '#apps/agency';
import { ok, type PlainDate, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import { settleAllApproved } from '#business/withdrawal';
import { bankAnswers } from './bank.ts';
import { signIn } from './staff.ts';

/** What a demo lived through while its clock was moved. */
export interface Advance {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly settled: number;
  /** Batches that the simulated bank answered. */
  readonly answered: number;
}

const daySeconds = 86_400;

/** `10d` or `36h`, as seconds. */
export function readPeriod(period: string): number | null {
  const [, count, unit] = /^([1-9]\d{0,3})([dh])$/.exec(period) ?? [];
  return count === undefined ? null : Number(count) * (unit === 'd' ? daySeconds : 3600);
}

/**
 * Moves a demo's clock, a day at a time, with what happens by itself each day: approved cases are settled, the bank answers.
 * Nothing but a demo's clock can be moved: elsewhere the clock is the machine's.
 */
export async function advanceDemo(agency: Agency, period: string): Promise<Result<Advance, Refusal>> {
  const seconds = readPeriod(period);
  if (seconds === null) return refuse({ code: 'cli.bad-period', figures: { period } });
  const { migrator, config } = agency;
  if (config.mode !== 'demo' || !migrator) return refuse({ code: 'cli.demo-only' });
  const finance = await signIn(agency, 'finance1');
  const from = shanghaiDate(agency.clock.now());
  let settled = 0;
  let answered = 0;
  for (let left = seconds; left > 0; left -= daySeconds) {
    await moveLeadSeconds(migrator, Math.min(left, daySeconds));
    await agency.clock.refresh();
    settled += (await settleAllApproved(agency)).settled.length;
    answered += await bankAnswers(agency, finance);
  }
  return ok({ from, to: shanghaiDate(agency.clock.now()), settled, answered });
}
