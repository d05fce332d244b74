import type { DemoCity } from './demo-city.ts';
import { deskOfVisitor, successorIn } from './visitors.ts';

/** The heirs of whoever died in the demo: one applies, one is asked by a link, one is a child. */
export const heirs = { applicant: '何佳', spouse: '梁秀珍', child: '何小宝' } as const;

/** One application with its heirs, of whom one has answered; one that was begun anew, and one that was taken back. */
export async function aSuccession(city: DemoCity): Promise<void> {
  await withHeirs(city);
  for (const state of ['submitted', 'awaiting-materials']) {
    const own = await successorIn(state)(city);
    const desk = await deskOfVisitor(city, own);
    await desk.post(`/withdrawals/${own.number}/withdrawal-of-application`, {});
    if (state === 'submitted')
      await desk.post('/withdrawals', { personId: own.personId, ground: 'death', submit: false });
  }
}

async function withHeirs(city: DemoCity): Promise<void> {
  const own = await successorIn('in-review')(city);
  const desk = await deskOfVisitor(city, own);
  const path = `/withdrawals/${own.number}/heirs`;
  const write = (heir: object) => desk.post<{ id: string }>(path, { paperReference: '户口簿', ...heir });
  const applicant = await write({ name: heirs.applicant, relation: 'child', self: true });
  await write({ name: heirs.spouse, relation: 'spouse' });
  await write({
    ...{ name: heirs.child, relation: 'child', bornOn: '2014-03-04' },
    guardian: {
      ...{ name: heirs.spouse, paperReference: '出生医学证明' },
      identity: { kind: 'citizen-id', number: '440304196103080113' },
    },
  });
  await desk.post(`/withdrawals/${own.number}/divisions`, { basis: 'equal' });
  await desk.post(`${path}/${applicant.id}/payee`, {
    ...{ name: heirs.applicant, accountNumber: '6222020200112233442' },
    ...{ bankCode: '102584000002', bankName: '中国工商银行深圳福田支行' },
  });
}
