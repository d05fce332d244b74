import { join } from 'node:path';
import type { Agency } from '#apps/agency';
import { applyKept, deliverWaiting } from '#apps/gateway';
import { forgetCodeNames } from '#business/access';
import { expireCardPayments } from '#business/card';
import { carryOnRuns } from '#business/interest';
import { forgetFilingDrafts } from '#business/life-events';
import { eraseDueFiles, rescanFiles, sweepFiles } from '#business/materials';
import {
  byChannel,
  deliverNotices,
  folderCarrier,
  forgetNotices,
  logCarrier,
  mailCarrier,
} from '#business/notices';
import { eraseInquiries } from '#business/succession';
import { creditArrivals, remindPartners, settleWaitingDepartures, transferTimes } from '#business/transfer';
import { deliverWebhooks } from '#business/webhooks';
import { expireDrafts, openFollowUps, remindApplicants, settleAllApproved } from '#business/withdrawal';
import { deliverSeals, sealDay } from '#engines/audit';
import { rollUpFundDays } from '#engines/ledger';
import { refused } from '#platform/http';
import type { Log } from '#platform/log';
import { isClockApart } from '#platform/postgres';
import { runJob } from './run-job.ts';

/** What runs by itself, beside the API. */
export interface Job {
  readonly name: string;
  readonly run: (agency: Agency, log: Log) => Promise<void>;
  /** At least so long from one run to the next; with every round where left out. */
  readonly everyMs?: number;
  /** Waits for other people's machines: it has a round of its own, so that nothing of ours waits for them. */
  readonly outside?: true;
}

/** An approved case is settled without anybody asking: the balance must not wait for a click. */
const settlement: Job = {
  name: 'settlement',
  async run(agency, log) {
    const { settled, cameBack, refused } = await settleAllApproved(agency);
    if (cameBack.length > 0) log.warn({ cameBack }, 'approved cases whose facts changed came back');
    if (settled.length > 0) log.info({ settled: settled.length }, 'approved cases settled');
    for (const { number, refusal } of refused)
      log.warn({ number, code: refusal.code }, 'a case could not be settled');
  },
};

/** An approved run of interest is carried out, and on, without anybody asking; a while at a time, so that others get their turn. */
const interest: Job = {
  name: 'interest',
  async run(agency, log) {
    for (const { run, difference } of await carryOnRuns(agency, { slices: 20 }))
      log.info(
        { run: run.id, year: run.year, explained: difference?.differenceFen === difference?.explainedFen },
        'interest run finished',
      );
  },
};

/** Whoever was asked for papers and let the day pass is reminded once. */
const reminders: Job = {
  name: 'reminders',
  async run(agency, log) {
    const reminded = await remindApplicants(agency);
    if (reminded.length > 0) log.info({ reminded: reminded.length }, 'applicants reminded of papers');
  },
};

/** Money that came after an account was paid out opens the case that pays it. */
const followUps: Job = {
  name: 'follow-ups',
  async run(agency, log) {
    const opened = await openFollowUps(agency);
    if (opened.length > 0) log.info({ opened }, 'cases opened for late money');
  },
};

/** What was typed long ago and never handed in is erased. */
const drafts: Job = {
  name: 'drafts',
  async run(agency, log) {
    const expired = (await expireDrafts(agency)) + (await forgetFilingDrafts(agency));
    if (expired > 0) log.info({ expired }, 'drafts expired');
  },
};

const notices: Job = {
  name: 'notices',
  outside: true,
  async run(agency, log) {
    const carrier = carrierOf(agency, log);
    const { sent, failed, expired } = await deliverNotices(agency, { carrier, limit: 200 });
    if (sent + failed + expired > 0) log.info({ sent, failed, expired }, 'notices handed over');
  },
};

/** Codes that were handed on go, and what was told years ago. */
const oldNotices: Job = {
  name: 'old-notices',
  everyMs: 600_000,
  async run(agency, log) {
    const { codes, notices } = await forgetNotices(agency);
    if (codes + notices > 0) log.info({ codes, notices }, 'codes and old notices forgotten');
  },
};

/** A name that was written down with a code goes with the code. */
const oldCodes: Job = {
  name: 'old-codes',
  everyMs: 600_000,
  async run(agency, log) {
    const names = await forgetCodeNames(agency);
    if (names > 0) log.info({ names }, 'names of old codes forgotten');
  },
};

/** What a relative asked goes with its papers once nothing turns on it any more. */
const oldInquiries: Job = {
  name: 'old-inquiries',
  everyMs: 600_000,
  async run(agency, log) {
    const erased = await eraseInquiries(agency);
    if (erased > 0) log.info({ erased }, 'relatives’ questions erased');
  },
};

function carrierOf({ config }: Agency, log: Log) {
  const { smtpUrl, mailFrom, notices: where, dataDir } = config;
  const rest =
    where === 'log'
      ? logCarrier((told) => log.info(told, 'a notice would go out'))
      : folderCarrier(join(dataDir, 'notices'));
  const mail = smtpUrl && mailFrom ? mailCarrier({ url: smtpUrl, from: mailFrom }) : null;
  return byChannel({ mail, rest });
}

/** Other programs are told what has happened in cases. */
const webhooks: Job = {
  name: 'webhooks',
  outside: true,
  async run(agency, log) {
    const { delivered, failed, disabled } = await deliverWebhooks(agency, { limit: 500 });
    if (delivered + failed > 0) log.info({ delivered, failed }, 'webhooks told');
    for (const id of disabled) log.warn({ webhook: id }, 'a webhook that takes nothing was switched off');
  },
};

/** What other agencies said and what is not applied yet: also what a crash left between the two. */
const exchangeIn: Job = {
  name: 'exchange-in',
  run: (agency, log) => applyKept(agency, { log, stream: null }),
};

/** What this agency says to others, until a receipt is here. */
const exchangeOut: Job = {
  name: 'exchange-out',
  outside: true,
  run: (agency, log) => deliverWaiting(agency, log),
};

/** Once a day everything recorded is sealed; what the second place did not take is tried again with every round. */
const seals: Job = {
  name: 'seals',
  async run(agency, log) {
    const sealed = await sealDay(agency);
    if (!sealed.ok && isClockApart(sealed.refusal)) throw refused(sealed.refusal);
    if (!sealed.ok) log.error({ code: sealed.refusal.code }, 'the day could not be sealed');
    const { delivered, failed } = await deliverSeals(agency);
    if (delivered.length > 0) log.info({ seals: delivered }, 'seals written to the second place');
    for (const { number, reason } of failed)
      log.error({ seal: number, reason }, 'a seal could not be written to the second place');
  },
};

/** So that a balance of the fund has few postings to add to the sums by day. */
const fundDays: Job = {
  name: 'fund-days',
  async run({ database }) {
    await rollUpFundDays(database);
  },
};

/** What a pharmacy neither confirmed nor cancelled in time is let go, so that it keeps nobody's account from being settled. */
const cardPayments: Job = {
  name: 'card-payments',
  async run(agency, log) {
    const expired = await expireCardPayments(agency);
    if (expired > 0) log.info({ expired }, 'payments by card expired');
  },
};

/** Files that no scanner has judged yet are shown to it again; one in which it finds a virus is never served any more. */
const paperScans: Job = {
  name: 'paper-scans',
  everyMs: 10 * 60_000,
  async run(agency, log) {
    const { clean, infected, failed } = await rescanFiles(agency);
    if (clean > 0) log.info({ clean }, 'papers scanned');
    if (failed > 0) log.warn({ failed }, 'papers that the scanner could not judge stay in quarantine');
    for (const file of infected) log.error({ file }, 'a virus was found in a paper');
  },
};

/** What is kept no longer is erased, and what uploads left lying is swept away. */
const paperRetention: Job = {
  name: 'paper-retention',
  everyMs: 6 * 3_600_000,
  async run(agency, log) {
    const erased = await eraseDueFiles(agency);
    const swept = await sweepFiles(agency);
    if (erased + swept > 0)
      log.info({ erased, swept }, 'papers whose time was over erased, left-over files removed');
  },
};

/**
 * Balances of transfers that had to wait go on, what arrived is credited, and an agency that is silent is reminded; where no
 * account came after a reminder, the withdrawal opens (guide, G4), and where reminders are in vain a clerk has it.
 */
const transfers: Job = {
  name: 'transfers',
  async run(agency, log) {
    const settled = await settleWaitingDepartures(agency);
    const credited = await creditArrivals(agency);
    const { reminded, noAccount, silent } = await remindPartners(agency);
    const told = { settled: settled.length, credited: credited.length, reminded: reminded.length };
    if (settled.length + credited.length + reminded.length > 0) log.info(told, 'transfers went on');
    if (noAccount.length > 0) log.warn({ noAccount }, 'no account came: the balances can be paid out');
    if (silent.length > 0) log.warn({ silent }, 'reminded in vain: clerks have them');
  },
};

/** So that nobody who asks how long transfers take waits until the log of a year is read. */
const transferMonths: Job = {
  name: 'transfer-times',
  everyMs: 10 * 60_000,
  async run(agency) {
    await transferTimes(agency.database, { context: agency, from: null, to: null, partner: null });
  },
};

/** In a demo only these: the rest happens as its clock is moved, so that every state can be looked at. */
export function jobsOf(mode: Agency['config']['mode']): readonly Job[] {
  const papers = [paperScans, paperRetention];
  const exchange = [exchangeIn, exchangeOut];
  const always = [
    ...exchange,
    transfers,
    reminders,
    followUps,
    drafts,
    cardPayments,
    notices,
    oldNotices,
    oldCodes,
    oldInquiries,
    webhooks,
    seals,
    fundDays,
    transferMonths,
    ...papers,
  ];
  return mode === 'demo' ? always : [settlement, interest, ...always];
}

export interface Worker {
  /** Starts no job any more and waits for the one that runs. */
  stop(): Promise<void>;
}

/** Runs the jobs, again and again: ours in one row, those that wait for others in another; one that fails is tried the next time. */
export function startWorker(
  agency: Agency,
  { log, everyMs, jobs }: { readonly log: Log; readonly everyMs: number; readonly jobs: readonly Job[] },
): Worker {
  const inside = startRow(agency, { log, everyMs, jobs: jobs.filter(({ outside }) => !outside) });
  const outside = startRow(agency, { log, everyMs, jobs: jobs.filter((job) => job.outside) });
  return {
    async stop() {
      await Promise.all([inside.stop(), outside.stop()]);
    },
  };
}

function startRow(
  agency: Agency,
  { log, everyMs, jobs }: { readonly log: Log; readonly everyMs: number; readonly jobs: readonly Job[] },
): Worker {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const lastRun = new Map<string, number>();
  const round = async (): Promise<void> => {
    for (const job of jobs) {
      const { name, everyMs: apart = 0 } = job;
      if (performance.now() - (lastRun.get(name) ?? Number.NEGATIVE_INFINITY) < apart) continue;
      lastRun.set(name, performance.now());
      if (!(await runJob(agency, job, log))) lastRun.delete(name);
    }
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = round().finally(() => {
      busy = false;
    });
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
