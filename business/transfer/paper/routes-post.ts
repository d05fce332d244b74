import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import type { TransferContext } from '../context.ts';
import { caseOf, type Read, tag, type Write } from '../operation-parts.ts';
import { listPost, recordPosted } from './post-letter.ts';
import * as schemas from './schemas.ts';

const listLettersToPost: Read = {
  ...{ id: 'listLettersToPost', kind: 'read', method: 'GET', path: '/partner-post', tag },
  roles: ['clerk', 'reviewer', 'auditor'],
  summary: {
    zh: '要打印寄出的函件（对方机构没有网关），先出具的在前',
    en: 'Letters to agencies without a gateway that are to be printed and posted, the oldest first',
  },
  query: schemas.postPage,
  answer: schemas.letters,
  refusals: ['http.cursor'],
  shows: 'nobody', // kinds, regions and case numbers
  run(reader, { query }) {
    const { cursor = null, limit, posted } = schemas.postPage.parse(query);
    return listPost(reader, { posted: posted === 'true', cursor, limit });
  },
};

const recordLetterPosted: Write = {
  ...{ id: 'recordLetterPosted', kind: 'write', method: 'POST', path: '/transfers/{number}/post/{seq}', tag },
  roles: ['clerk'],
  summary: {
    zh: '登记函件已寄出：对方的答复期限从这一天起算',
    en: 'A letter was posted: the other agency’s time to answer runs from that day',
  },
  params: schemas.oneLetter,
  body: schemas.posting,
  answer: schemas.posted,
  refusals: [
    ...(['casework.no-case', 'transfer.nothing-to-post', 'transfer.posted-already'] as const),
    ...(['transfer.posted-on-no-such-day', 'access.no-session', 'access.role-missing'] as const),
  ],
  run(tx, asked) {
    const { seq } = schemas.oneLetter.parse(asked.params);
    const { postedOn, reference = null } = schemas.posting.parse(asked.body);
    return recordPosted(tx, { ...caseOf(asked), seq, postedOn, reference });
  },
};

/** What is posted to agencies without a gateway. */
export const postOperations: readonly Operation<TransferContext, Caller>[] = [
  listLettersToPost,
  recordLetterPosted,
];
