import { expect } from 'vitest';
import { demoPassword } from './staff.ts';

/** An officer of one of the demo's agencies, at its API. */
export interface DemoDesk {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
}

let keys = 0;

export async function demoDesk(base: string, loginName: string): Promise<DemoDesk> {
  const ask = async <T>(path: string, init: RequestInit): Promise<T> => {
    const answer = await fetch(`${base}/api/v1${path}`, init);
    const text = await answer.text();
    expect(answer.ok, `${path}: ${text}`).toBe(true);
    return JSON.parse(text); // as the operation declares it
  };
  const json = { 'content-type': 'application/json' };
  const signIn = { as: 'officer', loginName, password: demoPassword, deliver: 'token' };
  const body = JSON.stringify(signIn);
  const { token } = await ask<{ token: string }>('/sessions', { method: 'POST', headers: json, body });
  const headers = { ...json, authorization: `Bearer ${token}` };
  return {
    get: (path) => ask(path, { headers }),
    post(path, said) {
      keys += 1;
      const own = { ...headers, 'idempotency-key': `demo-${keys}-${loginName}` };
      return ask(path, { method: 'POST', headers: own, body: JSON.stringify(said) });
    },
  };
}

/** Builds a batch of all that an agency is to pay, and has two others release it. */
export async function payAll(base: string): Promise<void> {
  const [builds, ...approve] = await Promise.all(
    ['finance1', 'finance2', 'finance3'].map((loginName) => demoDesk(base, loginName)),
  );
  const batch = await builds?.post<{ batchId: string; digest: string }>('/payments/batches', {});
  for (const desk of approve)
    await desk.post(`/payments/batches/${batch?.batchId}/approval`, { digest: batch?.digest });
}
