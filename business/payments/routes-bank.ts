import { isPlainDate, ok, plainDate } from '#basics';
import type { Caller } from '#business/access/public';
import { maskName } from '#business/registry';
import {
  type Operation,
  personsIn,
  type ReadOperation,
  type TextOperation,
  type WriteOperation,
} from '#platform/http';
import type { Seal } from '#platform/seal';
import * as schemas from './bank-schemas.ts';
import { largestBankFile } from './bank-text.ts';
import type { Counterpart } from './camt053.ts';
import type { PaymentsContext } from './context.ts';
import type { AnswerReport } from './import-answer.ts';
import { importBankFile } from './import-bank-file.ts';
import type { StatementReport } from './import-statement.ts';
import { bankStanding, unstatedEntries } from './resolution.store.ts';
import { decideResolution, readLineId, requestResolution } from './resolve-line.ts';
import { page } from './schemas.ts';
import { linesInSuspense, listStatements, type SuspenseLine } from './statement.store.ts';

type Read = ReadOperation<PaymentsContext, Caller>;
type Write = WriteOperation<PaymentsContext, Caller>;

const sees = ['finance', 'auditor'] as const;
const pays = ['finance'] as const;
const tag = 'payments';

const takeBankFile: TextOperation<PaymentsContext, Caller> = {
  ...{ id: 'importBankFile', kind: 'text', method: 'POST', path: '/payments/bank-files', tag, roles: pays },
  summary: {
    zh: '导入银行文件：付款回执或对账单',
    en: 'Take in what the bank sent: its answer to a batch, or statements',
  },
  consumes: ['application/xml', 'text/plain'],
  produces: ['application/json'],
  maxBytes: largestBankFile,
  body: schemas.bankFile,
  answer: schemas.bankFileReport,
  refusals: [
    ...(['payments.not-an-answer', 'payments.unknown-batch', 'payments.not-released'] as const),
    ...(['payments.totals-differ', 'payments.other-account', 'payments.statement-gap'] as const),
    ...(['payments.statement-does-not-add-up', 'payments.statement-known'] as const),
    ...(['payments.statement-overlaps', 'payments.statement-unfinished', 'ledger.day-not-come'] as const),
    'payments.statement-leads-elsewhere',
  ],
  async run({ context, caller, text, mediaType }) {
    const file = mediaType === 'text/plain' ? new Uint8Array(Buffer.from(text, 'base64')) : text;
    const report = await importBankFile(context, { caller, file });
    if (!report.ok) return report;
    const shown = JSON.stringify(showReport(report.value));
    return ok({ status: 200, mediaType: 'application/json; charset=utf-8', text: shown });
  },
};

const listBankStatements: Read = {
  ...{
    id: 'listBankStatements',
    kind: 'read',
    method: 'GET',
    path: '/payments/statements',
    tag,
    roles: sees,
  },
  summary: { zh: '银行对账单', en: 'Statements of the bank' },
  query: page,
  answer: schemas.statements,
  refusals: [],
  shows: 'nobody',
  async run(reader, { query }) {
    const { limit, cursor } = page.parse(query);
    const before = cursor !== undefined && isPlainDate(cursor) ? plainDate(cursor) : null;
    const rows = await listStatements(reader, { before, limit: limit + 1 });
    const items = rows.slice(0, limit).map(({ account, openingFen, closingFen, takenAt, ...row }) => ({
      ...{ ...row, accountTail: account.slice(-4), takenAt: takenAt.toISOString() },
      ...{ openingFen: `${openingFen}`, closingFen: `${closingFen}` },
    }));
    return ok({ items, next: rows.length > limit ? (items.at(-1)?.on ?? null) : null });
  },
};

const listUnknownLines: Read = {
  ...{ id: 'listUnknownLines', kind: 'read', method: 'GET', path: '/payments/suspense', tag, roles: sees },
  summary: { zh: '待查款项', en: 'Lines of statements that nobody knows yet' },
  query: page,
  answer: schemas.suspense,
  refusals: [],
  shows: 'nobody',
  async run(reader, { context, query }) {
    const { limit, cursor } = page.parse(query);
    const after = readLineId(cursor ?? '');
    const rows = await linesInSuspense(reader, { after, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const next = rows.length > limit && last ? `${last.ownerId}-${last.lineNo}` : null;
    return ok({ items: items.map((line) => showLine(line, context.seal)), next });
  },
};

const resolveUnknownLine: Write = {
  ...{ id: 'requestResolution', kind: 'write', method: 'POST', tag, roles: pays, status: 201 },
  path: '/payments/suspense/{lineId}/resolutions',
  summary: { zh: '提出待查款项的处理意见', en: 'Say what an unknown line is' },
  params: schemas.lineParams,
  body: schemas.resolution,
  answer: schemas.requested,
  refusals: [
    ...(['payments.not-in-suspense', 'payments.resolved-already', 'payments.target-missing'] as const),
    'payments.no-line',
  ],
  run(tx, { context, caller, params, body }) {
    const { kind, endToEndId = null, entry = null, reason } = schemas.resolution.parse(body);
    const { lineId } = schemas.lineParams.parse(params);
    return requestResolution(tx, context, { caller, lineId, kind, endToEndId, entry, reason });
  },
};

const decideUnknownLine: Write = {
  ...{ id: 'decideResolution', kind: 'write', method: 'POST', tag, roles: pays },
  path: '/payments/suspense/{lineId}/resolutions/{requestId}/decision',
  summary: { zh: '决定待查款项的处理意见', en: 'Agree to what an unknown line is, or reject it' },
  params: schemas.requestParams,
  body: schemas.word,
  answer: schemas.word,
  refusals: [
    ...(['payments.no-request', 'payments.resolver-is-checker', 'payments.resolved-already'] as const),
    ...(['payments.resolution-unfit', 'payments.entry-matched'] as const),
  ],
  run(tx, { context, caller, params, body }) {
    const { lineId, requestId } = schemas.requestParams.parse(params);
    return decideResolution(tx, context, { caller, lineId, requestId, ...schemas.word.parse(body) });
  },
};

const reconcileBank: Read = {
  ...{ id: 'reconcileBank', kind: 'read', method: 'GET', path: '/payments/reconciliation', tag, roles: sees },
  summary: {
    zh: '账上银行存款与对账单',
    en: 'The bank in the books beside its last statement, with what differs',
  },
  query: page,
  answer: schemas.reconciliation,
  refusals: [],
  shows: async (_reader, { value }) => personsIn(value),
  async run(reader, { query }) {
    const { limit, cursor } = page.parse(query);
    const [owner = '', journal = ''] = (cursor ?? '').split('/');
    const after = cursor === undefined ? null : { owner, journal };
    const rows = await unstatedEntries(reader, { after, limit: limit + 1 });
    const { statementOn, ...sums } = await bankStanding(reader);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const texts = Object.entries(sums).map(([name, amount]) => [name, amount === null ? null : `${amount}`]);
    return ok({
      ...Object.fromEntries(texts),
      statementOn,
      items: items.map((entry) => ({ ...entry, amountFen: `${entry.amountFen}` })),
      next: rows.length > limit && last ? `${last.personId}/${last.journalId}` : null,
    });
  },
};

/** What the bank says, and what finance makes of it. */
export const bankOperations: readonly Operation<PaymentsContext, Caller>[] = [
  takeBankFile,
  listBankStatements,
  listUnknownLines,
  resolveUnknownLine,
  decideUnknownLine,
  reconcileBank,
];

/** What the bank said, for programs: refusals by their code, money as text. */
export function showReport(report: AnswerReport | StatementReport): unknown {
  const shown = <Line extends { readonly refusal: { readonly code: string } | null }>(
    lines: readonly Line[],
  ) => lines.map(({ refusal, ...line }) => ({ ...line, code: refusal?.code ?? null }));
  if (report.kind === 'answer') return { ...report, lines: shown(report.lines) };
  const statements = report.statements.map(({ openingFen, closingFen, lines, ...told }) => ({
    ...{ ...told, openingFen: `${openingFen}`, closingFen: `${closingFen}`, lines: shown(lines) },
  }));
  return { kind: report.kind, statements };
}

/** A line as officers see it: whose money it is, masked. */
export function showLine(line: SuspenseLine, seal: Seal) {
  const { ownerId, lineNo, amountFen, counterpartSealed, requestId, requestKind, requestReason, requestBy } =
    line;
  const { direction, isReturn, reason, endToEndId, reference, bookedOn } = line;
  const other: Counterpart = counterpartSealed
    ? JSON.parse(seal.open(counterpartSealed)) // as import-statement.ts sealed it
    : { name: null, account: null, remark: null };
  return {
    ...{ lineId: `${ownerId}-${lineNo}`, amountFen: `${amountFen}` },
    ...{ direction, isReturn, reason, endToEndId, reference, bookedOn },
    counterpartName: other.name === null ? null : maskName(other.name),
    counterpartAccountTail: other.account?.slice(-4) ?? null,
    remark: other.remark,
    request:
      requestId === null
        ? null
        : { id: requestId, kind: requestKind, reason: requestReason, makerId: requestBy },
  };
}
