import { simulateBank } from '#business/payments';

/** What the agency's people do in a succession, by the API, one after another. */
export interface Office {
  ask: Ask;
  /** Two officers confirm a relative's question. */
  confirm(inquiryId: string, diedOn: string): Promise<void>;
  /** The death that a relative told is put on record, and that there are successors. */
  recordDeath(personId: string): Promise<void>;
  /** The application is looked at, decided by two and settled. */
  decide(number: string): Promise<void>;
  /** Everything that is due is paid, but what the bank sends back, by the account holders’ names; answers how many payments there were. */
  pay(returned?: readonly string[]): Promise<number>;
  /** The code that the window hands over to a successor, with the name that their document has where it was seen. */
  windowCode(personId: string, holderName?: string | null): Promise<string>;
}

/** Asks as one of the officers, by the name that their token has. */
type Ask = <T>(officer: string, path: string, body?: object | string) => Promise<T>;

export function officeOf(address: string): Office {
  const ask = askAt(address);
  return {
    ask,
    confirm: (inquiryId, diedOn) => confirm(ask, inquiryId, diedOn),
    recordDeath: (personId) => recordDeath(ask, personId),
    decide: (number) => decide(ask, number),
    pay: (returned = []) => pay(ask, returned),
    async windowCode(personId, holderName = null) {
      const wish = { capacity: 'successor', paperReference: '户口簿 2', holderName };
      return (await ask<{ code: string }>('clerk', `/people/${personId}/activation-code`, wish)).code;
    },
  };
}

function askAt(address: string): Ask {
  let asked = 0;
  return async <T>(officer: string, path: string, body?: object | string) => {
    asked += 1;
    const xml = typeof body === 'string';
    const headers = {
      ...{ authorization: `Bearer token-${officer}`, 'idempotency-key': `office-${asked}` },
      'content-type': xml ? 'application/xml' : 'application/json',
    };
    const sent = body === undefined ? {} : { body: xml ? body : JSON.stringify(body) };
    const method = body === undefined ? 'GET' : 'POST';
    const answer = await fetch(`${address}/api/v1${path}`, { method, headers, ...sent });
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(said)}`);
    return said as T; // what the operation declares to answer
  };
}

async function confirm(ask: Ask, inquiryId: string, diedOn: string): Promise<void> {
  await ask('clerk', `/account-inquiries/${inquiryId}/review`, {
    ...{ entitled: true, deathPaper: '死亡证明 1', relationPaper: '户口簿 1' },
    ...{ identityPaper: '身份证核对 1', diedOn },
  });
  await ask('reviewer', `/account-inquiries/${inquiryId}/decision`, { confirmed: true });
}

async function recordDeath(ask: Ask, personId: string): Promise<void> {
  const { items } = await ask<{ items: readonly { number: string; process: string }[] }>(
    ...(['clerk', `/people/${personId}/cases`] as const),
  );
  const notice = items.find(({ process }) => process === 'death-notice')?.number ?? '';
  await ask('clerk', `/life-events/${notice}/review`, {});
  await judgeAll(ask, notice);
  await ask('clerk', `/life-events/${notice}/proposal`, { outcome: 'approve' });
  await ask('reviewer', `/life-events/${notice}/approval`, {});
  const entry = { kind: 'succession', established: true, on: null };
  const { factId } = await ask<{ factId: string }>('clerk', `/people/${personId}/facts`, {
    ...{ entry, paperReference: '户口簿 3' },
  });
  await ask('reviewer', `/people/${personId}/facts/${factId}/decision`, { confirmed: true });
}

async function decide(ask: Ask, number: string): Promise<void> {
  await ask('clerk', `/withdrawals/${number}/review`, {});
  const { papers } = await ask<{ papers: readonly { materialId: string; state: string }[] }>(
    ...(['clerk', `/withdrawals/${number}`] as const),
  );
  for (const { materialId, state } of papers)
    if (state === 'missing')
      await ask('clerk', `/withdrawals/${number}/materials`, { materialId, paperReference: 'A-1' });
  await judgeAll(ask, number);
  await ask('clerk', `/withdrawals/${number}/proposal`, { outcome: 'approve' });
  await ask('reviewer', `/withdrawals/${number}/approval`, {});
  await ask('finance', `/withdrawals/${number}/settlement`, {});
}

interface Given {
  readonly materialId: string;
  readonly revision: number;
  readonly verdict: object | null;
}

async function judgeAll(ask: Ask, number: string): Promise<void> {
  const { papers } = await ask<{ papers: readonly { given: readonly Given[] }[] }>(
    ...(['clerk', `/cases/${number}/papers`] as const),
  );
  for (const { materialId, revision, verdict } of papers.flatMap(({ given }) => given.slice(-1)))
    if (verdict === null)
      await ask('clerk', `/cases/${number}/papers/${materialId}/verdict`, { revision, verdict: 'accepted' });
}

async function pay(ask: Ask, returned: readonly string[]): Promise<number> {
  const built = await ask<{ batchId: string; digest: string; lineCount: number }>(
    ...(['finance', '/payments/batches', {}] as const),
  );
  const { batchId, digest, lineCount } = built;
  for (const officer of ['both', 'finance2'])
    await ask(officer, `/payments/batches/${batchId}/approval`, { digest });
  const { xml } = await ask<{ xml: string }>('finance', `/payments/batches/${batchId}/file`);
  const answer = simulateBank(xml, {
    ...{ messageId: `ANSWER-${batchId.slice(-20)}`, at: new Date() },
    decide: ({ name }) => (returned.includes(name) ? { status: 'RJCT', reason: 'AC01' } : { status: 'ACSC' }),
  });
  if (!answer.ok) throw new Error('the bank did not read the file');
  await ask('finance', '/payments/bank-files', answer.value);
  return lineCount;
}
