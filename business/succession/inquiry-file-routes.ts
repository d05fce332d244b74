import { z } from 'zod';
import type { Caller } from '#business/access/public';
import { uploadRefusals } from '#business/materials';
import { mediaTypes } from '#platform/documents';
import type { DownloadOperation, JobOperation, Operation, UploadOperation } from '#platform/http';
import { personsOfInquiry } from './account-inquiry.store.ts';
import type { InquiryFilesContext } from './context.ts';
import { dropInquiryFile, listInquiryFiles, openInquiryFile, takeInquiryFile } from './inquiry-files.ts';

const tag = 'succession';
const kinds = Object.values(mediaTypes);
/** Twenty megabytes a file. */
const fileBytesAtMost = 20 * 1024 * 1024;
const question = z.object({ inquiryId: z.string().max(64) });
const file = question.extend({ fileId: z.string().max(64) });
const paper = z
  .enum(['death', 'relation'])
  .describe('死亡证明，或者亲属关系证明 / the proof of the death, or of the relation');
export const inquiryFile = z.object({
  ...{ fileId: z.string(), paper, kind: z.enum(['pdf', 'jpeg', 'png']), bytes: z.int() },
  scan: z.enum(['clean', 'not-scanned']),
});
const bySecret = z.object({ secret: z.string().max(100).meta({ example: '7K3M-9QX2-TB04-GHE5-V8ND' }) });

/** The body is the file and addresses are written into logs, so the secret comes in a header. */
const sendPaper: UploadOperation<InquiryFilesContext, Caller> = {
  ...{ id: 'sendInquiryPaper', kind: 'upload', method: 'POST', tag, roles: 'anyone', status: 201 },
  path: '/account-inquiries/{inquiryId}/files',
  summary: {
    zh: '给一件亲属询问附上材料（PDF、JPEG、PNG，不超过 20 MB，最多 8 个）；口令放在请求头里',
    en: 'Send a paper with a relative’s question (PDF, JPEG, PNG; 20 MB at most, 8 of them); its secret comes in a header',
  },
  params: question,
  query: z.object({ paper }),
  secretIn: 'inquiry-secret',
  consumes: [...kinds, 'application/octet-stream'],
  maxBytes: fileBytesAtMost,
  tooLarge: 'materials.file-too-large',
  answer: inquiryFile,
  perMinute: 20,
  refusals: [
    ...uploadRefusals,
    ...(['succession.no-question', 'succession.inquiry-reviewed', 'succession.too-many-files'] as const),
    'materials.not-served',
  ],
  run({ context, params, query, bytes, secret }) {
    const { inquiryId } = question.parse(params);
    return takeInquiryFile(context, { inquiryId, secret, paper: paper.parse(query.paper), bytes });
  },
};

const listPapers: JobOperation<InquiryFilesContext, Caller> = {
  ...{ id: 'listInquiryPapers', kind: 'job', method: 'POST', tag, roles: 'anyone', perMinute: 20 },
  path: '/account-inquiries/{inquiryId}/papers', // the secret never stands in an address
  summary: {
    zh: '凭口令看一件亲属询问已经附上的材料',
    en: 'What was sent with a relative’s question, by its secret',
  },
  params: question,
  body: bySecret,
  answer: z.object({
    items: z.array(inquiryFile),
    reviewed: z
      .boolean()
      .describe('工作人员已经核对，不能再增减 / an officer has looked; nothing comes or goes any more'),
  }),
  refusals: ['succession.no-question'],
  run: ({ context, params, body }) =>
    listInquiryFiles(context.database, { ...question.parse(params), ...bySecret.parse(body) }),
};

const dropPaper: JobOperation<InquiryFilesContext, Caller> = {
  ...{ id: 'dropInquiryPaper', kind: 'job', method: 'POST', tag, roles: 'anyone', perMinute: 20 },
  path: '/account-inquiries/{inquiryId}/files/{fileId}/removal',
  summary: {
    zh: '核对之前，撤下一件询问的一个材料文件',
    en: 'Take a paper of a question away, until it is looked at',
  },
  params: file,
  body: bySecret,
  answer: z.object({ fileId: z.string() }),
  refusals: ['succession.no-question', 'succession.inquiry-reviewed', 'materials.no-file'],
  run: ({ context, params, body }) =>
    dropInquiryFile(context, { ...file.parse(params), ...bySecret.parse(body) }),
};

const lookAtPaper: DownloadOperation<InquiryFilesContext, Caller> = {
  ...{ id: 'downloadInquiryPaper', kind: 'download', method: 'GET', tag, roles: ['clerk', 'reviewer'] },
  path: '/account-inquiries/{inquiryId}/files/{fileId}',
  summary: { zh: '查看亲属询问附来的材料', en: 'Look at a paper that came with a relative’s question' },
  params: file,
  produces: kinds,
  answer: inquiryFile,
  shows: (reader, { params }) => personsOfInquiry(reader, params.inquiryId ?? ''),
  refusals: ['materials.no-file', 'materials.damaged'],
  run: (reader, { context, params }) => openInquiryFile(reader, { context, ...file.parse(params) }),
};

/** Papers of a question whether somebody who died had an account. */
export const inquiryFileOperations: readonly Operation<InquiryFilesContext, Caller>[] = [
  sendPaper,
  listPapers,
  dropPaper,
  lookAtPaper,
];
