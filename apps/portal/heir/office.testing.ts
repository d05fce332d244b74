import { simulateBank } from '#business/payments';

/** What the agency's people do in a succession, by the API, one after another. */
export interface Office {
  /** Two officers confirm a relative's question. */
  confirm(inquiryId: string, diedOn: string): Promise<void>;
  /** The death that a relative told is put on record, and that there are successors. */
  recordDeath(personId: string): Promise<void>;
  /** The application is looked at, decided by two and settled. */
  decide(number: string): Promise<void>;
  /** Everything that is due is paid; answers how many payments there were. */
  pay(): Promise<number>;
  /** What a successor's window code is, for who came to the window. */
  windowCode(personId: string): Promise<string>;
  ask<T>(token: string, path: string, body?: object): Promise<T>;
}

export function officeOf(address: string): Office {
  let asked = 0;
  async function ask<T>(token: string, path: string, body?: object | string): Promise<T> {
    asked += 1;
    const headers = {
      authorization: `Bearer token-${token}`,
      'idempotency-key': `office-${asked}`,
      'content-type': typeof body === 'string' ? 'application/xml' : 'application/json',
    };
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(`${address}/api/v1${path}`, {
      ...{ method: body === undefined ? 'GET' : 'POST', headers },
      ...(body === undefined ? {} : { body: sent }),
    });
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(said)}`);
    return said as T; // what the operation declares to answer
  }
  async function judgeAll(number: string): Promise<void> {
    const given = await ask<{
      papers: readonly {
        given: readonly { materialId: string; revision: number; verdict: object | null }[];
      }[];
    }>('clerk', `/cases/${number}/papers`);
    for (const { materialId, revision, verdict } of given.papers.flatMap((paper) => paper.given.slice(-1)))
      if (verdict === null)
        await ask('clerk', `/cases/${number}/papers/${materialId}/verdict`, {
          revision,
          verdict: 'accepted',
        });
  }
  return {
    ask,
    async confirm(inquiryId, diedOn) {
      await ask('clerk', `/account-inquiries/${inquiryId}/review`, {
        ...{
          entitled: true,
          deathPaper: '死亡证明 1',
          relationPaper: '户口簿 1',
          identityPaper: '身份证核对 1',
        },
        diedOn,
      });
      await ask('reviewer', `/account-inquiries/${inquiryId}/decision`, { confirmed: true });
    },
    async recordDeath(personId) {
      const { items } = await ask<{ items: readonly { number: string; process: string }[] }>(
        'clerk',
        `/people/${personId}/cases`,
      );
      const notice = items.find(({ process }) => process === 'death-notice')?.number;
      await ask('clerk', `/life-events/${notice}/review`, {});
      await judgeAll(notice ?? '');
      await ask('clerk', `/life-events/${notice}/proposal`, { outcome: 'approve' });
      await ask('reviewer', `/life-events/${notice}/approval`, {});
      const entry = { kind: 'succession', established: true, on: null };
      const { factId } = await ask<{ factId: string }>('clerk', `/people/${personId}/facts`, {
        ...{ entry, paperReference: '户口簿 3' },
      });
      await ask('reviewer', `/people/${personId}/facts/${factId}/decision`, { confirmed: true });
    },
    async decide(number) {
      await ask('clerk', `/withdrawals/${number}/review`, {});
      const { papers } = await ask<{ papers: readonly { materialId: string; state: string }[] }>(
        'clerk',
        `/withdrawals/${number}`,
      );
      for (const { materialId, state } of papers)
        if (state === 'missing')
          await ask('clerk', `/withdrawals/${number}/materials`, { materialId, paperReference: 'A-1' });
      await judgeAll(number);
      await ask('clerk', `/withdrawals/${number}/proposal`, { outcome: 'approve' });
      await ask('reviewer', `/withdrawals/${number}/approval`, {});
      await ask('finance', `/withdrawals/${number}/settlement`, {});
    },
    async pay() {
      const built = await ask<{ batchId: string; digest: string; lineCount: number }>(
        'finance',
        '/payments/batches',
        {},
      );
      const { batchId, digest, lineCount } = built;
      for (const token of ['both', 'finance2'])
        await ask(token, `/payments/batches/${batchId}/approval`, { digest });
      const { xml } = await ask<{ xml: string }>('finance', `/payments/batches/${batchId}/file`);
      const answer = simulateBank(xml, {
        ...{ messageId: `ANSWER-${batchId.slice(-20)}`, at: new Date(), decide: () => ({ status: 'ACSC' }) },
      });
      if (!answer.ok) throw new Error('the bank did not read the file');
      await ask('finance', '/payments/bank-files', answer.value);
      return lineCount;
    },
    async windowCode(personId) {
      const wish = { capacity: 'successor', paperReference: '户口簿 2' };
      return (await ask<{ code: string }>('clerk', `/people/${personId}/activation-code`, wish)).code;
    },
  };
}
