import { ok, type Refusal, type Result } from '#basics';
import type { Caller } from '#business/access/public';
import { type CaseFile, personsOfCase } from '#engines/casework';
import { mediaTypes } from '#platform/documents';
import type {
  DownloadOperation,
  Operation,
  ReadOperation,
  Request,
  UploadOperation,
  WriteOperation,
} from '#platform/http';
import type { Doing, MaterialsContext } from './context.ts';
import { downloadFile } from './download-file.ts';
import { handInUploads } from './hand-in-paper.ts';
import { judgePaper } from './judge-paper.ts';
import { readPapers } from './read-papers.ts';
import { listDueFiles } from './retention.ts';
import { sayNotApplying } from './say-not-applying.ts';
import * as schemas from './schemas.ts';
import { signCommitment } from './sign-commitment.ts';
import { firstFile } from './upkeep.store.ts';
import { uploadFile } from './upload-file.ts';

type Write = WriteOperation<MaterialsContext, Caller>;
type Read = ReadOperation<MaterialsContext, Caller>;

const tag = 'materials';
const applicants = ['insured', 'successor', 'agent', 'employer', 'clerk'] as const;
const readers = [...applicants, 'reviewer', 'auditor'] as const;
const kinds = Object.values(mediaTypes);
/** Twenty megabytes a file. */
const fileBytesAtMost = 20 * 1024 * 1024;

const stepRefusals = [
  ...(['casework.no-case', 'casework.not-now', 'casework.closed', 'casework.not-yours'] as const),
  ...(['casework.changed-meanwhile', 'casework.unknown-material', 'withdrawal.unknown-material'] as const),
  ...(['withdrawal.rule-version-unknown', 'life-events.rule-version-unknown'] as const),
];

/** What is said of a file that is not taken, whatever it is for. */
export const uploadRefusals = [
  ...(['materials.empty', 'materials.unknown-type', 'materials.not-a-photo-we-take'] as const),
  ...(['materials.office-file', 'materials.web-page', 'materials.truncated', 'materials.malformed'] as const),
  ...(['materials.too-many-pixels', 'materials.inflates-too-much', 'materials.hidden-content'] as const),
  ...(['materials.encrypted', 'materials.active-content', 'materials.attachments'] as const),
  ...(['materials.infected', 'materials.file-too-large', 'http.broken-off'] as const),
] as const;

const uploadPaperFile: UploadOperation<MaterialsContext, Caller> = {
  ...{ id: 'uploadPaperFile', kind: 'upload', method: 'POST', path: '/cases/{number}/files', tag },
  roles: applicants,
  summary: {
    zh: '上传一个文件（PDF、JPEG、PNG，不超过 20 MB）；请求内容就是文件本身',
    en: 'Upload a file (PDF, JPEG, PNG; 20 MB at most); the body is the file itself',
  },
  params: schemas.number,
  query: schemas.uploading,
  consumes: [...kinds, 'application/octet-stream'],
  maxBytes: fileBytesAtMost,
  tooLarge: 'materials.file-too-large',
  answer: schemas.uploaded,
  status: 201,
  perMinute: 120,
  refusals: [
    ...(['casework.no-case', 'materials.case-closed', 'materials.case-full', 'materials.bad-name'] as const),
    ...uploadRefusals,
  ],
  run(asked) {
    const { name } = schemas.uploading.parse(asked.query);
    return uploadFile({ ...caseOf(asked), bytes: asked.bytes, name: name ?? null });
  },
};

const downloadPaperFile: DownloadOperation<MaterialsContext, Caller> = {
  ...{
    id: 'downloadPaperFile',
    kind: 'download',
    method: 'GET',
    path: '/cases/{number}/files/{fileId}',
    tag,
  },
  roles: readers,
  summary: { zh: '下载一个材料文件', en: 'Download a file of a case' },
  params: schemas.file,
  produces: kinds,
  answer: schemas.uploaded,
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  refusals: [
    ...(['casework.no-case', 'materials.no-file', 'materials.erased', 'materials.not-served'] as const),
    'materials.damaged',
  ],
  run: (reader, asked) =>
    downloadFile(reader, { ...caseOf(asked), fileId: schemas.file.parse(asked.params).fileId }),
};

const readCasePapers: Read = {
  ...{
    id: 'readCasePapers',
    kind: 'read',
    method: 'GET',
    path: '/cases/{number}/papers',
    tag,
    roles: readers,
  },
  summary: {
    zh: '一件办理的材料、各页和核对结论',
    en: 'The papers of a case, with their pages and verdicts',
  },
  params: schemas.number,
  answer: schemas.papers,
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  refusals: ['casework.no-case', 'withdrawal.rule-version-unknown', 'life-events.rule-version-unknown'],
  run: (reader, asked) => readPapers(reader, caseOf(asked)),
};

const handInPaperOfCase: Write = {
  ...{
    id: 'handInPaper',
    kind: 'write',
    method: 'POST',
    path: '/cases/{number}/papers',
    tag,
    roles: applicants,
  },
  summary: { zh: '把已上传的文件作为一份材料提交', en: 'Hand uploaded files in as the pages of a paper' },
  params: schemas.number,
  body: schemas.handingIn,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'materials.case-closed', 'materials.no-file', 'materials.not-served'],
  async run(tx, asked) {
    return shown(await handInUploads(tx, { ...caseOf(asked), ...schemas.handingIn.parse(asked.body) }));
  },
};

const signPaperCommitment: Write = {
  ...{ id: 'signCommitment', kind: 'write', method: 'POST', path: '/cases/{number}/commitments', tag },
  roles: applicants,
  summary: { zh: '签承诺书，代替一份材料', en: 'Sign a commitment in place of a paper' },
  params: schemas.number,
  body: schemas.signing,
  answer: schemas.stepped,
  refusals: [
    ...stepRefusals,
    ...([
      'materials.case-closed',
      'materials.no-file',
      'materials.not-served',
      'materials.no-commitment',
    ] as const),
    ...(['materials.commitment-needs-paper', 'materials.text-changed'] as const),
  ],
  async run(tx, asked) {
    const { agreed: _agreed, ...signing } = schemas.signing.parse(asked.body);
    return shown(await signCommitment(tx, { ...caseOf(asked), ...signing }));
  },
};

const sayPaperNotApplying: Write = {
  ...{ id: 'sayPaperNotApplying', kind: 'write', method: 'POST', tag, roles: applicants },
  path: '/cases/{number}/papers/{materialId}/not-applying',
  summary: {
    zh: '说明一份只要求部分人交的材料为什么不适用，由经办核对',
    en: 'Say why a paper that is asked of some people only does not apply; a clerk looks at it',
  },
  params: schemas.paper,
  body: schemas.notApplying,
  answer: schemas.stepped,
  refusals: [
    ...stepRefusals,
    ...(['materials.case-closed', 'materials.everybody-needs-it', 'materials.not-applying-why'] as const),
  ],
  async run(tx, asked) {
    const { materialId } = schemas.paper.parse(asked.params);
    const said = schemas.notApplying.parse(asked.body);
    return shown(await sayNotApplying(tx, { ...caseOf(asked), materialId, ...said }));
  },
};

const judgePaperOfCase: Write = {
  ...{ id: 'judgePaper', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/cases/{number}/papers/{materialId}/verdict',
  summary: { zh: '核对一份材料：采用，或退回并说明原因', en: 'Accept a paper, or reject it for a reason' },
  params: schemas.paper,
  body: schemas.judging,
  answer: schemas.stepped,
  refusals: [
    ...stepRefusals,
    ...(['materials.no-paper', 'materials.not-served', 'materials.reason-missing'] as const),
  ],
  async run(tx, asked) {
    const { materialId } = schemas.paper.parse(asked.params);
    const { reason, validUntil, ...judging } = schemas.judging.parse(asked.body);
    const told = { ...judging, materialId, reason: reason ?? null, validUntil: validUntil ?? null };
    return shown(await judgePaper(tx, { ...caseOf(asked), ...told }));
  },
};

const listFilesDue: Read = {
  ...{ id: 'listFilesDue', kind: 'read', method: 'GET', path: '/paper-files/due', tag },
  roles: ['administrator', 'auditor'],
  summary: { zh: '保存期已满的材料文件', en: 'Files whose time is over' },
  query: schemas.due,
  answer: schemas.dueFiles,
  refusals: [],
  async run(reader, { context, query }) {
    const { after, limit } = schemas.due.parse(query);
    const [ownerId = '', fileId = ''] = (after ?? '').split('/');
    const from = after === undefined ? firstFile : { ownerId, fileId };
    const page = await listDueFiles(reader, { context, after: from, limit });
    const last = page.items.at(-1);
    return ok({ items: page.items, next: page.more && last ? `${last.ownerId}/${last.fileId}` : null });
  },
};

/** The papers of cases of every procedure. */
export const materialsOperations: readonly Operation<MaterialsContext, Caller>[] = [
  uploadPaperFile,
  downloadPaperFile,
  readCasePapers,
  handInPaperOfCase,
  signPaperCommitment,
  sayPaperNotApplying,
  judgePaperOfCase,
  listFilesDue,
];

/** The case that the address names. */
function caseOf({ context, caller, params }: Omit<Request<MaterialsContext, Caller>, 'body'>): Doing {
  return { context, caller, number: params.number ?? '' };
}

/** What a step answers: where the case is now. */
function shown(done: Result<CaseFile, Refusal>): Result<unknown, Refusal> {
  if (!done.ok) return done;
  const { number, state, actionCount, dueOn, dueProvisional } = done.value;
  return ok({ number, state, seen: actionCount, dueOn, dueProvisional });
}
