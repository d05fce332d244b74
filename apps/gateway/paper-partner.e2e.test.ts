import { Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { shanghaiDate } from '#basics';
import { lettersProofs } from '#business/letters';
import { uploadFile } from '#business/materials';
import { showReceived, type TransferMessageType, transferMessages, transferProofs } from '#business/transfer';
import { caseworkProofs } from '#engines/casework';
import { ledgerProofs, readAccount } from '#engines/ledger';
import { openLog } from '#platform/log';
import { testPng } from '#platform/testing';
import {
  bring,
  insured,
  must,
  officer,
  payAll,
  receive,
  type Traveller,
  withPaperPartner,
} from './two-agencies.testing.ts';

/** Chengdu has no gateway: everything goes by post, and the same comes of it. */
const log = openLog({ level: 'info', app: 'test', to: { write: () => true } });
let shenzhen: Awaited<ReturnType<typeof withPaperPartner>>;
beforeAll(async () => {
  shenzhen = await withPaperPartner(log);
});
const clerk = officer('clerk');
const reviewer = officer('reviewer', 'reviewer');

interface Seen {
  readonly number: string;
  readonly state: string;
  readonly awaited: { readonly answerBy: string; readonly reminded: number; readonly toPost: boolean } | null;
}
interface KeyedIn {
  readonly paperId: string;
  readonly state: string;
  readonly version: number | null;
  readonly problems: readonly { readonly path: string }[];
}

const at = (number: string) => ({ params: { number } });
const today = () => shanghaiDate(shenzhen.agency.clock.now());
const seen = async (number: string) => must(await shenzhen.run<Seen>('readTransfer', clerk, at(number)));

/** What lies there to be posted for a case, and its posting today. */
async function postAll(number: string): Promise<readonly string[]> {
  const { items } = must(
    await shenzhen.run<{ items: { caseNumber: string; seq: number; title: { en: string } }[] }>(
      'listLettersToPost',
      clerk,
      { query: {} },
    ),
  );
  const here = items.filter(({ caseNumber }) => caseNumber === number);
  for (const { seq } of here)
    must(
      await shenzhen.run('recordLetterPosted', clerk, {
        params: { number, seq: String(seq) },
        body: { postedOn: today(), reference: 'XA12345678944' },
      }),
    );
  return here.map(({ title }) => title.en);
}

let scans = 0;
/** The scan of a letter, no two alike. */
async function scan(number: string): Promise<string> {
  scans += 1;
  const context = shenzhen.agency;
  const bytes = Readable.from([testPng({ width: 20 + scans, height: 30 })]);
  return must(await uploadFile({ context, caller: clerk, number, name: null, bytes })).fileId;
}

async function whole(number: string, type: TransferMessageType, change: object) {
  const body = { ...transferMessages[type].example, ...change };
  const fileId = await scan(number);
  return { type, paperReference: `成医保函〔2026〕${scans} 号`, datedOn: today(), fileId, body };
}

/** Keyed in by a clerk and confirmed by a reviewer, as every letter on paper. */
async function comes(number: string, type: TransferMessageType, change: object): Promise<string> {
  const body = await whole(number, type, change);
  const { paperId, problems } = must(
    await shenzhen.run<KeyedIn>('keyInPartnerPaper', clerk, { ...at(number), body }),
  );
  expect(problems).toEqual([]);
  const { state } = must(await confirm(number, paperId));
  await copied(number, paperId, body.paperReference);
  return state;
}

/** What two officers took in is printed as a copy, with its reference and the digest that they agreed on. */
async function copied(number: string, paperId: string, reference: string): Promise<void> {
  const params = { number, paperId };
  const { digest } = must(await shenzhen.run<{ digest: string }>('readPartnerPaper', clerk, { params }));
  const asked = { context: shenzhen.agency, caller: clerk, number, messageId: paperId, language: null };
  const page = must(await showReceived(shenzhen.agency.database, asked));
  for (const said of [digest, reference]) expect(page).toContain(said);
}

async function confirm(number: string, paperId: string, by = reviewer) {
  const params = { number, paperId };
  const { digest } = must(await shenzhen.run<{ digest: string }>('readPartnerPaper', by, { params }));
  return shenzhen.run<Seen>('decidePartnerPaper', by, { params, body: { digest, confirmed: true } });
}

const person = ({ name, number }: Traveller) => ({
  person: { name, nameLatin: null, identity: { type: 'citizen-id', number } },
});
const example = transferMessages['contact-letter'].example;
const letterOf = (who: Traveller, more: object = {}) => ({
  ...{ ...person(who), certificateNumber: null, enrolledOn: '2026-10-01', appliedOn: today(), ...more },
});

async function leaves(who: Traveller): Promise<{ readonly id: string; readonly number: string }> {
  const [id = ''] = await bring(shenzhen, [who]);
  const body = { personId: id, to: '510100' };
  const { number } = must(await shenzhen.run<Seen>('openTransferOut', insured(id), { body }));
  return { id, number };
}

const wang: Traveller = {
  ...{ name: '王移', number: '440301199003074714', bornOn: '1990-03-07' },
  ...{ status: 'suspended', since: '2019-05-01', until: '2026-09-30', balance: '12345.67' },
};

test('somebody leaves for an agency without a gateway: everything goes by post, under four eyes, to the end', async () => {
  const { id, number } = await leaves(wang);
  // The other agency's time does not run before somebody has posted the certificate.
  expect(await seen(number)).toMatchObject({ heldBy: 'agency', awaited: { toPost: true, reminded: 0 } });
  await shenzhen.moveDays(40);
  await shenzhen.round();
  expect((await seen(number)).awaited).toMatchObject({ toPost: true, reminded: 0 });
  expect(await postAll(number)).toEqual(['Certificate of basic medical insurance']);
  const { answerBy } = (await seen(number)).awaited ?? { answerBy: '' };
  expect([answerBy > today(), (await seen(number)).awaited?.toPost]).toEqual([true, false]);
  const { items } = must(await shenzhen.run<{ items: object[] }>('listTransfers', clerk, { query: {} }));
  expect(items).toMatchObject([{ number, heldBy: 'partner' }]);

  // What a clerk has typed so far is kept, and everything that is wrong is told at once.
  const begun = must(
    await shenzhen.run<KeyedIn>('keyInPartnerPaper', clerk, {
      ...at(number),
      body: {
        type: 'contact-letter',
        body: { ...example, ...letterOf(wang, { enrolledOn: '2026-13-01', scheme: 'none' }) },
      },
    }),
  );
  expect([begun.state, begun.problems.map(({ path }) => path).sort()]).toEqual([
    'being-keyed-in',
    ['body.enrolledOn', 'body.scheme', 'datedOn', 'fileId', 'paperReference'],
  ]);
  const { paperId, version } = begun;
  const params = { number, paperId };
  const wholeLetter = await whole(number, 'contact-letter', letterOf(wang));
  const goOn = (body: object) => shenzhen.run<KeyedIn>('goOnWithPartnerPaper', clerk, { params, body });
  expect(await goOn({ ...wholeLetter, version: 9 })).toMatchObject({
    refusal: { code: 'transfer.paper-newer' },
  });
  expect(must(await goOn({ ...wholeLetter, version }))).toMatchObject({ state: 'to-confirm', problems: [] });
  const listed = must(
    await shenzhen.run<{ items: { paperId: string }[] }>('listPartnerPapers', reviewer, { query: {} }),
  );
  expect(listed.items).toMatchObject([{ paperId, caseNumber: number, type: 'contact-letter' }]);
  expect((await seen(number)).state).toBe('awaiting-letter');
  expect(must(await confirm(number, paperId)).state).toBe('remitting');
  expect(await confirm(number, paperId)).toMatchObject({ refusal: { code: 'transfer.paper-decided' } });
  expect(await postAll(number)).toEqual(['Information sheet on basic medical insurance']);

  const [money] = await payAll(shenzhen);
  const { amountFen = 0n, reference = '' } = money ?? {};
  expect(await postAll(number)).toEqual(['Advice of a remitted personal account']);
  const credited = { reference, receivedOn: today(), creditedOn: today(), expectedFen: null };
  const yuan = `${amountFen / 100n}.${String(amountFen % 100n).padStart(2, '0')}`;
  expect(await comes(number, 'balance-credited', { ...credited, amountFen: yuan })).toBe('completed');
  expect(await readAccount(shenzhen.agency.database, id)).toMatchObject({ balanceFen: 0n, hold: null });
  await everythingHolds();
});

const sun: Traveller = {
  ...{ name: '孙来', number: '440305197002023014', bornOn: '1970-02-02' },
  ...{ status: 'active', since: '2026-10-01', until: '2026-10-31', balance: '' },
};

test('somebody comes from an agency without a gateway: months by the sheet, money by the advice and the bank’s line', async () => {
  const [id = ''] = await bring(shenzhen, [sun]);
  const body = { personId: id, from: '510100', category: 'employment' };
  const { number } = must(await shenzhen.run<Seen>('openTransferIn', insured(id), { body }));
  expect(await postAll(number)).toEqual(['Contact letter for a transfer of basic medical insurance']);
  const places = {
    sending: { region: '510100', agency: '成都市医疗保障事务中心' },
    receiving: { region: '440300', agency: '深圳' },
  };
  const sheet = await whole(number, 'information-sheet', { ...person(sun), ...places });
  // What a reviewer turns down counts for nothing, and its scan can be keyed in again.
  const first = must(await shenzhen.run<KeyedIn>('keyInPartnerPaper', clerk, { ...at(number), body: sheet }));
  const twice = await shenzhen.run('keyInPartnerPaper', clerk, { ...at(number), body: sheet });
  expect(twice).toMatchObject({ refusal: { code: 'transfer.paper-recorded' } });
  const params = { number, paperId: first.paperId };
  const { digest } = must(await shenzhen.run<{ digest: string }>('readPartnerPaper', reviewer, { params }));
  const down = { digest, confirmed: false };
  expect(await shenzhen.run('decidePartnerPaper', reviewer, { params, body: down })).toMatchObject({
    refusal: { code: 'transfer.bad-input' },
  });
  must(await shenzhen.run('decidePartnerPaper', reviewer, { params, body: { ...down, reason: '月份抄错' } }));
  expect((await seen(number)).state).toBe('awaiting-sheet');
  const again = must(await shenzhen.run<KeyedIn>('keyInPartnerPaper', clerk, { ...at(number), body: sheet }));
  expect(must(await confirm(number, again.paperId)).state).toBe('awaiting-balance');
  const advice = { personName: sun.name, remittedOn: today(), reference: 'CD-2026-0000017' };
  expect(await comes(number, 'remittance-advice', advice)).toBe('awaiting-balance');
  await receive(shenzhen, [{ reference: advice.reference, amountFen: 831_350n }]);
  await shenzhen.round();
  expect((await seen(number)).state).toBe('completed');
  expect(await postAll(number)).toEqual(['Confirmation that a balance was credited']);
  expect(await readAccount(shenzhen.agency.database, id)).toMatchObject({ balanceFen: 831_350n });
  await everythingHolds();
});

test('a letter that is taken back before it was posted just stays; one that was posted is taken back by another', async () => {
  const [id = ''] = await bring(shenzhen, [
    { ...sun, name: '吴返', bornOn: '1971-02-02', number: '440305197102023011' },
  ]);
  const body = { personId: id, from: '510100', category: 'employment' };
  const ask = async () => must(await shenzhen.run<Seen>('openTransferIn', insured(id), { body })).number;
  const cancel = async (number: string) =>
    must(await shenzhen.run('cancelTransfer', insured(id), { ...at(number), body: {} }));
  const first = await ask();
  await cancel(first);
  expect(await postAll(first)).toEqual([]);
  const second = await ask();
  await postAll(second);
  await cancel(second);
  expect(await postAll(second)).toEqual(['Notice that a letter is taken back']);
  await everythingHolds();
});

test('who leaves and takes it back is announced no more by post either, and a letter that comes all the same is answered', async () => {
  const { id, number } = await leaves({
    ...wang,
    name: '何返',
    number: '440301199103074711',
    bornOn: '1991-03-07',
  });
  const cancel = async (which: string) =>
    must(await shenzhen.run('cancelTransfer', insured(id), { ...at(which), body: {} }));
  await cancel(number);
  // The certificate was never posted.
  expect(await postAll(number)).toEqual([]);
  const body = { personId: id, to: '510100' };
  const again = must(await shenzhen.run<Seen>('openTransferOut', insured(id), { body })).number;
  await postAll(again);
  const late = await whole(
    again,
    'contact-letter',
    letterOf({ ...wang, name: '何返', number: '440301199103074711' }),
  );
  await cancel(again);
  expect(await postAll(again)).toEqual(['Notice that a letter is taken back']);
  const { paperId } = must(
    await shenzhen.run<KeyedIn>('keyInPartnerPaper', clerk, { ...at(again), body: late }),
  );
  expect(must(await confirm(again, paperId)).state).toBe('cancelled');
  expect(await postAll(again)).toEqual(['Notice that a transfer is not taken up']);
  await everythingHolds();
});

test('who does not come after all is not waited for once that was written, and a letter that comes again after a decline is followed', async () => {
  const who = { ...wang, name: '许来', number: '440301197803033014', bornOn: '1978-03-03' };
  const { id, number } = await leaves(who);
  await postAll(number);
  expect(await comes(number, 'transfer-declined', { declinedOn: today() })).toBe('cancelled');
  const opened = { body: { personId: id, from: '510100' } };
  const open = async () => must(await shenzhen.run<Seen>('openTransferForLetter', clerk, opened)).number;
  const first = await open();
  expect(await comes(first, 'contact-letter', letterOf({ ...who, name: '许来来' }))).toBe('declined');
  // On paper it has no number of theirs: a case is opened for it, as for any letter.
  const second = await open();
  expect(second).not.toBe(first);
  expect(await comes(second, 'contact-letter', letterOf(who))).toBe('remitting');
  await everythingHolds();
});

const li: Traveller = {
  ...{ name: '李去', number: '440301198506123026', bornOn: '1985-06-12' },
  ...{ status: 'suspended', since: '2015-01-01', until: '2026-09-30', balance: '8000.00' },
};
const zhao: Traveller = {
  ...{ name: '赵去', number: '440305199201015833', bornOn: '1992-01-01' },
  ...{ status: 'suspended', since: '2016-01-01', until: '2026-09-30', balance: '600.50' },
};

async function withdrawalsOf(personId: string) {
  const query = { personId };
  return must(
    await shenzhen.run<{ items: { state: string }[] }>('listWithdrawals', insured(personId), { query }),
  ).items;
}

test('a letter on paper opens a case by itself, and a refusal on paper opens the withdrawal', async () => {
  const [id = ''] = await bring(shenzhen, [li]);
  const opened = { body: { personId: id, from: '510100' } };
  const { number, state } = must(await shenzhen.run<Seen>('openTransferForLetter', clerk, opened));
  expect(state).toBe('draft');
  expect(must(await shenzhen.run<Seen>('openTransferForLetter', clerk, opened)).number).toBe(number);
  const another = await whole(number, 'contact-letter', letterOf(zhao));
  expect(await shenzhen.run('keyInPartnerPaper', clerk, { ...at(number), body: another })).toMatchObject({
    refusal: { code: 'transfer.another-person' },
  });
  expect(await comes(number, 'contact-letter', letterOf(li))).toBe('remitting');
  const refused = { ...transferMessages['balance-refused'].example, refusedOn: today() };
  expect(await comes(number, 'balance-refused', refused)).toBe('refused-balance');
  expect(await withdrawalsOf(id)).toMatchObject([{ state: 'awaiting-confirmation' }]);
  await everythingHolds();
});

test('silence on paper counts from the day on which each letter was posted, and then the balance is paid out', async () => {
  const { id, number } = await leaves(zhao);
  expect(await comes(number, 'contact-letter', letterOf(zhao, { receivingAccount: null }))).toBe(
    'awaiting-account',
  );
  const wait = async (days: number) => {
    await shenzhen.moveDays(days);
    await shenzhen.round();
    const { state, awaited } = await seen(number);
    return [state, awaited?.reminded, awaited?.toPost];
  };
  expect(await wait(60)).toEqual(['awaiting-account', 0, true]);
  expect((await postAll(number)).at(-1)).toBe(
    'Request for an account, or a statement that no balance is taken',
  );
  expect(await wait(35)).toEqual(['awaiting-account', 1, true]);
  // The reminder lies here: nobody over there can answer it.
  expect(await wait(60)).toEqual(['awaiting-account', 1, true]);
  expect(await postAll(number)).toEqual(['Reminder about a transfer of basic medical insurance']);
  expect(await wait(30)).toEqual(['no-account', undefined, undefined]);
  expect(await withdrawalsOf(id)).toMatchObject([{ state: 'awaiting-confirmation' }]);
  await everythingHolds();
});

describe('an agency that gets a gateway', () => {
  const chen: Traveller = {
    ...{ name: '陈半', number: '440301198001014713', bornOn: '1980-01-01' },
    ...{ status: 'suspended', since: '2016-01-01', until: '2026-09-30', balance: '10.00' },
  };
  const zhou: Traveller = { ...chen, name: '周新', number: '440301198101014710', bornOn: '1981-01-01' };

  test('goes on paper in what began on paper, and is not answered for in what begins through its gateway', async () => {
    const before = await leaves(chen);
    await shenzhen.gatewayAt('https://chengdu.example/');
    const after = await leaves(zhou);
    expect(await postAll(after.number)).toEqual([]);
    const letter = await whole(after.number, 'contact-letter', letterOf(zhou));
    const keyed = await shenzhen.run('keyInPartnerPaper', clerk, { ...at(after.number), body: letter });
    expect(keyed).toMatchObject({ refusal: { code: 'transfer.partner-has-gateway' } });
    expect(await comes(before.number, 'contact-letter', letterOf(chen))).toBe('remitting');
    // Out of use for long, it is set to paper, and then its letters count.
    await shenzhen.gatewayAt(null);
    expect(await comes(after.number, 'contact-letter', letterOf(zhou))).toBe('remitting');
    expect(await postAll(after.number)).toEqual(['Information sheet on basic medical insurance']);
    await everythingHolds();
  });
});

async function everythingHolds(): Promise<void> {
  const { agency } = shenzhen;
  for (const proof of [
    ...[...ledgerProofs, ...transferProofs, ...lettersProofs],
    ...caseworkProofs(agency.processes),
  ])
    expect((await proof.run(agency.database, () => undefined)).broken, proof.name).toEqual([]);
}
