import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import { personsOfCase } from '#engines/casework';
import type { Operation } from '#platform/http';
import type { TransferContext } from '../context.ts';
import { caseOf, type Read, shown, stepRefusals, tag, type Write } from '../operation-parts.ts';
import { stepped } from '../schemas.ts';
import { decidePaper } from './confirm-paper.ts';
import type { PaperContent } from './content.ts';
import { dropPaper, keyInPaper } from './key-in-paper.ts';
import { openForLetter } from './open-for-letter.ts';
import { listPapers, listPapersOf, readPaper } from './read-papers.ts';
import * as schemas from './schemas.ts';

const officers = ['clerk', 'reviewer', 'auditor'] as const;
const ofCase = '/transfers/{number}/partner-papers';
const session = ['access.no-session', 'access.role-missing'] as const;

/** What keying a letter in may be refused with; what is missing or wrong in it is an answer and no refusal. */
const keyingRefusals = [
  ...(['casework.no-case', 'transfer.partner-has-gateway', 'transfer.another-person'] as const),
  ...(['transfer.paper-recorded', 'transfer.paper-newer', 'transfer.no-paper', 'transfer.no-scan'] as const),
  ...(['transfer.paper-of-tomorrow', 'transfer.another-partner', ...session] as const),
];

const openTransferForLetter: Write = {
  ...{ id: 'openTransferForLetter', kind: 'write', method: 'POST', path: '/transfers-out/for-letter', tag },
  ...{ roles: ['clerk'], status: 201 },
  summary: {
    zh: '收到没有网关的机构寄来的联系函：为本人开办转出，以便登记',
    en: 'A contact letter came by post: open the case in which it is keyed in',
  },
  body: schemas.forLetter,
  answer: stepped,
  refusals: [
    ...(['transfer.no-person', 'transfer.paper-not-reached', 'transfer.no-rules'] as const),
    ...(['transfer.own-region', 'transfer.opened-already', 'transfer.open-already'] as const),
  ],
  async run(tx, { context, caller, body }) {
    return shown(await openForLetter(tx, { context, caller, ...schemas.forLetter.parse(body) }));
  },
};

const keyInPartnerPaper: Write = {
  ...{ id: 'keyInPartnerPaper', kind: 'write', method: 'POST', path: ofCase, tag, roles: ['clerk'] },
  summary: {
    zh: '登记一封纸质来函；没有填全的先保存，缺什么一次列出',
    en: 'Key in a letter that came on paper; what is not whole is kept, with everything that is missing',
  },
  params: schemas.ofCase,
  body: schemas.keyingIn,
  answer: schemas.keyedIn,
  status: 201,
  refusals: keyingRefusals,
  run: (tx, asked) =>
    keyInPaper(tx, { ...caseOf(asked), begun: null, content: contentOf(schemas.keyingIn.parse(asked.body)) }),
};

const goOnWithPartnerPaper: Write = {
  ...{ id: 'goOnWithPartnerPaper', kind: 'write', method: 'PUT', path: `${ofCase}/{paperId}`, tag },
  roles: ['clerk'],
  summary: { zh: '继续登记一封纸质来函', en: 'Go on keying a letter in' },
  params: schemas.onePaper,
  body: schemas.goingOn,
  answer: schemas.keyedIn,
  refusals: keyingRefusals,
  run(tx, asked) {
    const { version, ...content } = schemas.goingOn.parse(asked.body);
    const begun = { paperId: schemas.onePaper.parse(asked.params).paperId, version };
    return keyInPaper(tx, { ...caseOf(asked), begun, content: contentOf(content) });
  },
};

const dropPartnerPaper: Write = {
  ...{ id: 'dropPartnerPaper', kind: 'write', method: 'DELETE', path: `${ofCase}/{paperId}`, tag },
  roles: ['clerk'],
  summary: { zh: '删除没有填完的来函', en: 'Throw away what was typed of a letter' },
  params: schemas.onePaper,
  answer: schemas.dropped,
  refusals: ['casework.no-case', 'transfer.no-paper', ...session],
  run: (tx, asked) =>
    dropPaper(tx, { ...caseOf(asked), paperId: schemas.onePaper.parse(asked.params).paperId }),
};

const decidePartnerPaper: Write = {
  ...{ id: 'decidePartnerPaper', kind: 'write', method: 'POST', path: `${ofCase}/{paperId}/decision`, tag },
  roles: ['reviewer'],
  summary: {
    zh: '复核纸质来函：与扫描件一致的确认，随即照办；不一致的写明理由退回',
    en: 'Compare a letter with its scan: confirm it, and what it says is done; or turn it down with a reason',
  },
  params: schemas.onePaper,
  body: schemas.deciding,
  answer: stepped,
  refusals: [
    ...stepRefusals,
    ...(['transfer.no-paper', 'transfer.word-differs', 'transfer.recorder-is-checker'] as const),
    ...(['transfer.paper-decided', 'transfer.partner-suspended', 'transfer.bad-input', ...session] as const),
    // What the same message would be set aside with.
    ...(['transfer.not-expected-now', 'transfer.not-theirs-to-say', 'transfer.of-another-agency'] as const),
    ...(['transfer.acted-on-already', 'transfer.invalidates-nothing', 'transfer.no-word'] as const),
    ...(['transfer.accepted-already', 'transfer.account-named', 'transfer.account-differs'] as const),
    ...(['transfer.money-gone', 'transfer.balance-not-taken', 'ledger.already-held'] as const),
    ...(['transfer.awaits-reviewer', 'transfer.money-being-matched'] as const),
  ],
  async run(tx, asked) {
    const { reason = null, ...decision } = schemas.deciding.parse(asked.body);
    const { paperId } = schemas.onePaper.parse(asked.params);
    return shown(await decidePaper(tx, { ...caseOf(asked), paperId, ...decision, reason }));
  },
};

const listPapersOfTransfer: Read = {
  ...{ id: 'listPapersOfTransfer', kind: 'read', method: 'GET', path: ofCase, tag, roles: officers },
  summary: { zh: '一件转移的纸质来函', en: 'The letters on paper of a transfer' },
  params: schemas.ofCase,
  answer: schemas.papersOfCase,
  refusals: ['casework.no-case'],
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  async run(reader, asked) {
    const listed = await listPapersOf(reader, caseOf(asked));
    return listed.ok ? ok({ items: listed.value }) : listed;
  },
};

const readPartnerPaper: Read = {
  ...{ id: 'readPartnerPaper', kind: 'read', method: 'GET', path: `${ofCase}/{paperId}`, tag },
  roles: officers,
  summary: {
    zh: '一封纸质来函：登记的内容逐项列出，与扫描件对照',
    en: 'One letter: what was keyed in, field by field, beside its scan',
  },
  params: schemas.onePaper,
  answer: schemas.paperView,
  refusals: ['casework.no-case', 'transfer.no-paper'],
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  run: (reader, asked) =>
    readPaper(reader, { ...caseOf(asked), paperId: schemas.onePaper.parse(asked.params).paperId }),
};

const listPartnerPapers: Read = {
  ...{ id: 'listPartnerPapers', kind: 'read', method: 'GET', path: '/partner-papers', tag, roles: officers },
  summary: {
    zh: '待复核或者没有填完的纸质来函',
    en: 'Letters that wait for a reviewer, or are being keyed in',
  },
  query: schemas.paperPage,
  answer: schemas.papers,
  refusals: ['http.cursor'],
  shows: 'nobody', // kinds, references and case numbers
  run(reader, { context, caller, query }) {
    const { cursor = null, ...page } = schemas.paperPage.parse(query);
    return listPapers(reader, { context, caller, ...page, cursor });
  },
};

/** Letters of agencies without a gateway. */
export const paperOperations: readonly Operation<TransferContext, Caller>[] = [
  openTransferForLetter,
  keyInPartnerPaper,
  goOnWithPartnerPaper,
  dropPartnerPaper,
  decidePartnerPaper,
  listPapersOfTransfer,
  readPartnerPaper,
  listPartnerPapers,
];

type Given = Readonly<{ [Key in Exclude<keyof PaperContent, 'body'>]?: PaperContent[Key] | undefined }> &
  Pick<PaperContent, 'body'>;

function contentOf({
  type = null,
  paperReference = null,
  datedOn = null,
  fileId = null,
  body,
}: Given): PaperContent {
  return { type, paperReference, datedOn, fileId, body };
}
