import { ok, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import { type Operation, personsIn } from '#platform/http';
import { applyForArrival } from './arriving/apply-for-arrival.ts';
import { checkArrival } from './arriving/check-arrival.ts';
import { confirmArrival } from './arriving/confirm-arrival.ts';
import { cancelTransfer } from './cancel-transfer.ts';
import type { TransferContext } from './context.ts';
import { applyForDeparture, checkDeparture } from './departing/apply-for-departure.ts';
import { applicants, caseOf, type Read, shown, stepRefusals, tag, type Write } from './operation-parts.ts';
import type { PreCheck } from './pre-check/pre-check.ts';
import { readRegion } from './pre-check/read-region.ts';
import * as schemas from './schemas.ts';

const applyRefusals = [
  'transfer.no-such-region',
  'transfer.no-person',
  'transfer.not-open',
  'transfer.no-rules',
  'signing.no-key',
] as const;

const checkTransferOut: Read = {
  ...{ id: 'checkTransferOut', kind: 'read', method: 'GET', path: '/transfers-out/check', tag },
  roles: applicants,
  summary: {
    zh: '能不能转出：一次列出全部原因和办法',
    en: 'Whether a person can leave: every reason and remedy at once',
  },
  query: schemas.leaving,
  answer: schemas.check,
  shows: async (_reader, { value }) => personsIn(value),
  refusals: ['transfer.no-such-region', 'transfer.no-person', 'transfer.no-rules'],
  async run(reader, { context, caller, query }) {
    const { personId = null, to } = schemas.leaving.parse(query);
    const region = readRegion(to);
    if (!region.ok) return region;
    const check = await checkDeparture(reader, { context, caller, personId, to: region.value });
    return check.ok ? ok(plain(check.value)) : check;
  },
};

const checkTransferIn: Read = {
  ...{ id: 'checkTransferIn', kind: 'read', method: 'GET', path: '/transfers-in/check', tag },
  roles: applicants,
  summary: {
    zh: '能不能转入：一次列出全部原因和办法',
    en: 'Whether a person can come: every reason and remedy at once',
  },
  query: schemas.coming.pick({ personId: true, from: true }),
  answer: schemas.check,
  shows: async (_reader, { value }) => personsIn(value),
  refusals: ['transfer.no-such-region', 'transfer.no-person'],
  async run(reader, { context, caller, query }) {
    const { personId = null, from } = schemas.coming.parse(query);
    const region = readRegion(from);
    if (!region.ok) return region;
    const check = await checkArrival(reader, { context, caller, personId, from: region.value });
    return check.ok ? ok(plain(check.value)) : check;
  },
};

const openTransferOut: Write = {
  ...{ id: 'openTransferOut', kind: 'write', method: 'POST', path: '/transfers-out', tag, roles: applicants },
  summary: {
    zh: '申请把医保关系和个人账户转到另一个地区',
    en: 'Apply for a transfer of the insurance and the account to another region',
  },
  body: schemas.leaving,
  answer: schemas.stepped,
  status: 201,
  refusals: applyRefusals,
  async run(tx, { context, caller, body }) {
    const { personId = null, to } = schemas.leaving.parse(body);
    const region = readRegion(to);
    return region.ok
      ? shown(await applyForDeparture(tx, { context, caller, personId, to: region.value }))
      : region;
  },
};

const openTransferIn: Write = {
  ...{ id: 'openTransferIn', kind: 'write', method: 'POST', path: '/transfers-in', tag, roles: applicants },
  summary: {
    zh: '申请把医保关系和个人账户转到本地',
    en: 'Apply for a transfer of the insurance and the account to this agency',
  },
  body: schemas.coming,
  answer: schemas.stepped,
  status: 201,
  refusals: applyRefusals,
  async run(tx, { context, caller, body }) {
    const { personId = null, certificateNumber = null, from, category } = schemas.coming.parse(body);
    const region = readRegion(from);
    if (!region.ok) return region;
    const application = { context, caller, personId, from: region.value, category, certificateNumber };
    return shown(await applyForArrival(tx, application));
  },
};

const confirmTransferIn: Write = {
  ...{ id: 'confirmTransferIn', kind: 'write', method: 'POST', tag, roles: applicants },
  path: '/transfers/{number}/confirmation',
  summary: {
    zh: '确认转出地告知的转入，发出联系函',
    en: 'Confirm a transfer that the other agency announced: the contact letter goes out',
  },
  params: schemas.number,
  body: schemas.announced,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'transfer.not-open'],
  async run(tx, asked) {
    return shown(await confirmArrival(tx, { ...caseOf(asked), ...schemas.announced.parse(asked.body) }));
  },
};

const cancelOneTransfer: Write = {
  ...{ id: 'cancelTransfer', kind: 'write', method: 'POST', tag, roles: applicants },
  path: '/transfers/{number}/cancellation',
  summary: { zh: '在转出以前撤销', en: 'Take a transfer back before it is accepted' },
  params: schemas.number,
  body: schemas.cancelling,
  answer: schemas.stepped,
  refusals: stepRefusals,
  async run(tx, asked) {
    const { reason = null, seen } = schemas.cancelling.parse(asked.body);
    return shown(await cancelTransfer(tx, { ...caseOf(asked), reason, seen }));
  },
};

/** What the person, the employer or a clerk for them does. */
export const applicantOperations: readonly Operation<TransferContext, Caller>[] = [
  checkTransferOut,
  checkTransferIn,
  openTransferOut,
  openTransferIn,
  confirmTransferIn,
  cancelOneTransfer,
];

function plain({ outcome, onDate, reasons, note = null }: Omit<PreCheck, 'note'> & { note?: Text | null }) {
  return { outcome, onDate, reasons, note };
}
