import { shanghaiDate } from '#basics';
import type { DemoCity } from './demo-city.ts';
import { aSuccession } from './succession.ts';
import { deskOfVisitor, employer, withWithdrawal } from './visitors.ts';

interface Mover {
  readonly from: string;
  readonly to: string;
  /** Their ids: where they come from, and where they have come to. */
  readonly there: string;
  readonly here: string;
}

/**
 * What has to happen in the demo until every state that is looked at is there. The demo is drawn with withdrawals at every stage;
 * whatever else a page shows is brought about here, by what people and officers do.
 */
export async function liveThrough(city: DemoCity): Promise<void> {
  await transfers(city);
  // Time has settled and paid what was approved before, so one is with the bank, one settled and one approved anew.
  await settle(city, await approveOne(city));
  await payAll(city);
  await objection(city);
  await aSuccession(city);
  await staffReport(city);
  await waitingTransfers(city);
  await settle(city, await approveOne(city));
  await approveOne(city);
}

/** One transfer each way to its end, and one whose balance is refused. */
async function transfers(city: DemoCity): Promise<void> {
  const { leaving, coming, leave, come } = await moving(city);
  await leave(leaving[0]);
  await come(coming[0]);
  await city.suixing('demo', 'advance', '1h');
  await payAll(city);
  await payAll(city, city.other);
  await city.suixing('demo', 'advance', '2d');
  await city.suixing('--agency', '510100', 'demo', 'balances', 'refused');
  await leave(leaving[1]);
  await city.suixing('demo', 'advance', '1h');
  await city.suixing('--agency', '510100', 'demo', 'balances', 'taken');
}

/** Who may move, and how somebody applies for it where they come to. */
async function moving(city: DemoCity) {
  const { items } = await city.suixing<{ items: readonly Mover[] }>('demo', 'movers');
  const leaving = items.filter(({ from }) => from === '440300');
  const coming = items.filter(({ from }) => from === '510100');
  const [clerk, clerkThere] = await Promise.all([city.officer('clerk1'), city.officer('clerk1', city.other)]);
  const leave = async (mover: Mover | undefined) =>
    clerkThere.post('/transfers-in', { personId: mover?.here, from: '440300', category: 'employment' });
  const come = async (mover: Mover | undefined) =>
    clerk.post('/transfers-in', { personId: mover?.here, from: '510100', category: 'employment' });
  return { leaving, coming, clerk, clerkThere, leave, come };
}

/** What stays as it is until somebody does something; nothing is paid after this. */
async function waitingTransfers(city: DemoCity): Promise<void> {
  const { leaving, coming, clerk, clerkThere, leave, come } = await moving(city);
  await leave(leaving[2]);
  await come(coming[1]);
  await clerk.post('/transfers-out', { personId: leaving[3]?.there, to: '510100' });
  await clerkThere.post('/transfers-out', { personId: coming[2]?.there, to: '440300' });
  await city.suixing('demo', 'advance', '1h');
}

/** Builds a batch of all that an agency is to pay, and has two others release it. */
async function payAll(city: DemoCity, at = city.address): Promise<void> {
  const [builds, ...approve] = await Promise.all(
    ['finance1', 'finance2', 'finance3'].map((loginName) => city.officer(loginName, at)),
  );
  const batch = await builds?.post<{ batchId: string; digest: string }>('/payments/batches', {});
  for (const desk of approve)
    await desk.post(`/payments/batches/${batch?.batchId}/approval`, { digest: batch?.digest });
}

/** Somebody is approved; whose case it is. */
async function approveOne(city: DemoCity): Promise<string> {
  const [clerk, reviewer] = await Promise.all([city.officer('clerk1'), city.officer('reviewer1')]);
  const path = '/withdrawals?limit=100&state=in-review,submitted';
  const { items } = await clerk.get<{ items: readonly Listed[] }>(path);
  const living = items.filter(({ ground }) => ground !== 'death');
  // One of each stays, to be looked at.
  const kept = ['in-review', 'submitted'].map((state) => living.find((found) => found.state === state));
  for (const found of living) {
    if (kept.includes(found)) continue;
    const at = `/withdrawals/${found.number}`;
    const done = await clerk
      .post(`${at}/proposal`, { outcome: 'approve' })
      .then(() => reviewer.post(`${at}/approval`, {}))
      .catch(() => null); // whose rules say no, or who is in another officer's hands
    if (done) return found.number;
  }
  throw new Error('the demo has nobody to be approved');
}

async function settle(city: DemoCity, number: string): Promise<void> {
  await (await city.officer('finance1')).post(`/withdrawals/${number}/settlement`, {});
}

interface Listed {
  readonly number: string;
  readonly ground: string;
  readonly state: string;
}

/** Somebody who was refused does not agree. */
async function objection(city: DemoCity): Promise<void> {
  const refused = await withWithdrawal('refused')(city);
  const own = await deskOfVisitor(city, refused);
  const reason = '我已经提交了定居证明，请再核对一次。';
  await own.post(`/withdrawals/${refused.number}/objection`, { reason });
}

/** An employer reports two of its staff. */
async function staffReport(city: DemoCity): Promise<void> {
  const own = await employer(city);
  const desk = await deskOfVisitor(city, own);
  const { items } = await desk.get<{ items: readonly { personId: string }[] }>(
    `/employers/${own.personId}/roster?limit=2`,
  );
  const personIds = items.map(({ personId }) => personId);
  const today = shanghaiDate(new Date());
  const path = `/employers/${own.personId}/staff-reports`;
  const said = { personIds, endedOn: today, stopOn: today, reason: 'resigned' };
  const { reportId } = await desk.post<{ reportId: string }>(path, said);
  await desk.post(`${path}/${reportId}/run`, {});
}
