import { type Agency, moveLeadSeconds } from '#apps/agency';
import { ok, type PlainDate, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { settleAllApproved } from '#business/withdrawal';
import { bankAnswers, type RefusedFile } from './bank.ts';
import { alignClocks } from './draw-city.ts';
import { demoExchange } from './exchange-day.ts';
import { trySignIn } from './staff.ts';

/** What a demo lived through while its clock was moved. */
export interface Advance {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Each of its agencies, the one that was asked first. */
  readonly agencies: readonly Lived[];
}

export interface Lived {
  readonly region: string;
  /** Approved cases whose balance became payable. */
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
 * Moves a demo's clock, that of all its agencies, a day at a time, with what happens by itself each day: approved cases are
 * settled, the banks answer, the agencies speak to each other. What an agency refuses of its bank stops neither the clock nor
 * the settlements; it is told at the end. Nothing but a demo's clock can be moved: elsewhere the clock is the machine's.
 */
export async function advanceDemo(
  agencies: readonly [Agency, ...Agency[]],
  period: string,
): Promise<Result<Advance, Refusal>> {
  const seconds = readPeriod(period);
  if (seconds === null) return refuse({ code: 'cli.bad-period', figures: { period } });
  if (agencies.some(({ config, migrator }) => config.mode !== 'demo' || !migrator))
    return refuse({ code: 'cli.demo-only' });
  await alignClocks(agencies);
  const living = await Promise.all(agencies.map(livingOf));
  const idle = living.find(({ ok: fine }) => !fine);
  if (idle && !idle.ok) return idle;
  const those = living.flatMap((one) => (one.ok ? [one.value] : []));
  const [{ clock }] = agencies;
  const from = shanghaiDate(clock.now());
  const exchange = await demoExchange(agencies);
  try {
    for (let left = seconds; left > 0; left -= daySeconds) {
      await moveClocks(agencies, Math.min(left, daySeconds));
      for (const one of those) await one.day(agencies);
      await exchange.day();
    }
  } finally {
    await exchange.stop();
  }
  return ok({ from, to: shanghaiDate(clock.now()), agencies: those.map(({ lived }) => lived()) });
}

/** All of them at once: between one and the next there is no time in which anybody could speak. */
async function moveClocks(agencies: readonly Agency[], seconds: number): Promise<void> {
  await Promise.all(agencies.map(({ migrator }) => migrator && moveLeadSeconds(migrator, seconds)));
  await Promise.all(agencies.map(({ clock }) => clock.refresh()));
}

/** An agency that lives through days; refuses where its finance officer cannot hand in the bank's files. */
async function livingOf(agency: Agency) {
  const loginName = 'finance1';
  const finance = await trySignIn(agency, loginName);
  if (!finance.ok)
    return refuse({ code: 'demo.no-finance', figures: { loginName, why: finance.refusal.code } });
  return ok(living(agency, finance.value));
}

function living(agency: Agency, finance: Caller) {
  const refused: RefusedFile[] = [];
  let [settled, answered] = [0, 0];
  return {
    async day(agencies: readonly Agency[]): Promise<void> {
      settled += (await settleAllApproved(agency)).settled.length;
      const others = agencies.filter((other) => other !== agency);
      const told = await bankAnswers(agency, { finance, others });
      answered += told.answered;
      refused.push(...told.refused);
    },
    lived: (): Lived => ({ region: agency.region, settled, answered, refused }),
  };
}
