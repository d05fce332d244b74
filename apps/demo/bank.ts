import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Agency } from '#apps/agency';
import { type Refusal, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type BankState,
  bankDay,
  type Coming,
  exportBatch,
  importAnswer,
  importBankFile,
  listBatches,
  newBank,
  receiveMoney,
  simulateBank,
} from '#business/payments';
import { must } from './must.ts';
import { treatmentOfAccount } from './payees.ts';

export interface BankDay {
  /** Batches that the bank answered. */
  readonly answered: number;
  readonly refused: readonly RefusedFile[];
}

/** A file of the bank that the agency did not take in, where it lies, and why. */
export interface RefusedFile {
  readonly file: string;
  readonly refusal: Refusal;
}

export interface BankVisit {
  /** Hands its files in. */
  readonly finance: Caller;
  /** Whose banks get what is paid into their accounts: the demo's other agency. */
  readonly others: readonly Agency[];
}

/** What is on the agency's account when its first statement comes. */
const openingFen = 500_000_000_00n;

/**
 * A day of an agency's bank: it answers every released batch that it has not read, and writes its statement of the day. It sends
 * back what goes to an account that ends in 0000, pays the rest, and sends one in sixteen back some days later; what is paid to
 * the other agency is booked by the bank of that one. A file that the agency refuses is kept, for somebody to import once that is
 * mended, and the bank goes on.
 */
export async function bankAnswers(agency: Agency, { finance, others }: BankVisit): Promise<BankDay> {
  const state = await bankOf(agency);
  const batches = await listBatches(agency.database, { before: null, limit: 100 });
  const files: string[] = [];
  for (const { id, messageId, releasedAt, paid, returned, lineCount } of batches) {
    if (releasedAt === null || paid + returned >= lineCount || state.seen.includes(messageId)) continue;
    files.push(must(await exportBatch(agency.database, agency, id), 'export a batch').xml);
  }
  const at = agency.clock.now();
  const theirs = (number: string) => others.find(({ debtor }) => debtor.accountNumber === number);
  const done = bankDay(state, {
    ...{ on: shanghaiDate(at), at, seed: 1, files, profile: 'untidy' },
    accountNumber: agency.debtor.accountNumber,
    treat: ({ accountNumber, endToEndId }) =>
      theirs(accountNumber) ? 'pay' : treatmentOfAccount(accountNumber, endToEndId),
  });
  const refused: RefusedFile[] = [];
  for (const { name, xml } of done.files) {
    const taken = await importBankFile(agency, { caller: finance, file: xml });
    if (!taken.ok) refused.push({ file: await keep(agency, { name, xml }), refusal: taken.refusal });
  }
  await remember(agency, done.state);
  for (const { accountNumber, endToEndId, amountFen } of done.left) {
    const other = theirs(accountNumber);
    const money = { endToEndId, amountFen: `${amountFen}`, name: agency.debtor.name };
    if (other) await bookElsewhere(other, money);
  }
  return { answered: done.state === state ? 0 : files.length, refused };
}

async function bookElsewhere(other: Agency, money: Coming): Promise<void> {
  await remember(other, receiveMoney(await bankOf(other), [money]));
}

async function remember(agency: Agency, state: BankState): Promise<void> {
  await writeFile(memoryOf(agency), `${JSON.stringify(state)}\n`);
}

async function keep({ config }: Agency, { name, xml }: { readonly name: string; readonly xml: string }) {
  const folder = join(config.dataDir, 'demo-bank-refused');
  await mkdir(folder, { recursive: true });
  const file = join(folder, name);
  await writeFile(file, xml);
  return file;
}

async function bankOf(agency: Agency): Promise<BankState> {
  const kept = await readFile(memoryOf(agency), 'utf8').catch(() => null);
  return kept === null ? newBank(openingFen) : JSON.parse(kept); // as written above
}

function memoryOf({ config }: Agency): string {
  return join(config.dataDir, 'demo-bank.json');
}

/** The bank's answer alone, while the city is drawn: its statements begin with the first day that is lived through. */
export async function answerBatch(
  agency: Agency,
  { finance, batchId }: { readonly finance: Caller; readonly batchId: string },
): Promise<void> {
  const file = must(await exportBatch(agency.database, agency, batchId), 'export a batch');
  const answer = must(
    simulateBank(file.xml, {
      messageId: `BANK${batchId.slice(-20)}`,
      at: agency.clock.now(),
      decide: ({ accountNumber }) =>
        treatmentOfAccount(accountNumber, '') === 'reject'
          ? { status: 'RJCT', reason: 'AC01' }
          : { status: 'ACSC' },
    }),
    'simulate the bank',
  );
  must(await importAnswer(agency, { caller: finance, xml: answer }), 'take the bank’s answer');
}
