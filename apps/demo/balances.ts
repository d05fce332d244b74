import { type Agency, type DemoBalances, demoBalances, demoBalanceWays, setDemoBalances } from '#apps/agency';
import { ok, type Refusal, type Result, refuse, type Text } from '#basics';

/** The ways in which an agency of a demo can treat balances from elsewhere. */
export const demoWaysOfBalances: Readonly<Record<DemoBalances, Text>> = {
  taken: { zh: '接收余额', en: 'balances from elsewhere are taken' },
  refused: {
    zh: '不接收余额，签字说明',
    en: 'balances from elsewhere are refused, under the agency’s signature',
  },
  unanswered: {
    zh: '联系函不写收款账户，催问也不答复',
    en: 'contact letters name no account, and who asks for one gets no answer',
  },
};

/** Chooses how; or, where nothing is said, tells how it is. Only in a demo. */
export function setWayOfBalances(
  { config, region }: Agency,
  way: string | null,
): Result<{ readonly region: string; readonly way: DemoBalances }, Refusal> {
  if (config.mode !== 'demo') return refuse({ code: 'cli.demo-only' });
  const chosen = demoBalanceWays.find((each) => each === way);
  if (way !== null && !chosen) {
    const problems = demoBalanceWays.map((path) => ({ path, detail: demoWaysOfBalances[path] }));
    return refuse({ code: 'cli.unknown-choice', figures: { given: way.slice(0, 60) }, problems });
  }
  if (chosen) setDemoBalances(config.dataDir, chosen);
  return ok({ region, way: demoBalances(config.dataDir) });
}
