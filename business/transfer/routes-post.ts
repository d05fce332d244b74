import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import { type Operation, readCursor, writeCursor } from '#platform/http';
import type { TransferContext } from './context.ts';
import { caseOf, type Read, tag, type Write } from './operation-parts.ts';
import { listPost, recordPosted } from './paper/post-letter.ts';
import * as schemas from './paper/schemas.ts';

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
  async run(reader, { query }) {
    const { cursor, limit, posted } = schemas.postPage.parse(query);
    const bound = { list: 'partner-post', posted };
    const place = readCursor(cursor, bound);
    if (!place.ok) return place;
    const [at, owner, caseId, seq] = (place.value ?? []).map(String);
    const after = at && owner && caseId ? { at: new Date(at), owner, caseId, seq: Number(seq) } : null;
    const found = await listPost(reader, { posted: posted === 'true', after, limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    const position = last ? [last.madeAt.toISOString(), last.owner, last.caseId, last.seq] : [];
    return ok({ items, next: last ? writeCursor({ position, query: bound }) : null });
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
