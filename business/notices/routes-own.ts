import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import { type ReadOperation, readCursor, type WriteOperation, writeCursor } from '#platform/http';
import type { OwnNoticesContext } from './context.ts';
import {
  chooseNoticeLanguage,
  countUnreadNotices,
  readNoticeSettings,
  readNotices,
  readOwnNotices,
} from './own-notices.ts';
import { nothing } from './schemas.ts';
import * as schemas from './schemas-own.ts';

type Read = ReadOperation<OwnNoticesContext, Caller>;
type Write = WriteOperation<OwnNoticesContext, Caller>;

const own = { tag: 'notices', roles: ['insured'], params: schemas.person } as const;

const listOwnNotices: Read = {
  ...{ ...own, id: 'listOwnNotices', kind: 'read', method: 'GET', path: '/people/{personId}/notices' },
  summary: { zh: '本人收到的通知及投递情况', en: 'What one was told oneself, and how it went out' },
  query: schemas.page,
  answer: schemas.ownNotices,
  refusals: ['notices.not-yours', 'http.cursor'],
  async run(reader, { context, caller, params, query }) {
    const { personId: owner } = schemas.person.parse(params);
    const { limit, cursor } = schemas.page.parse(query);
    const place = readCursor(cursor, { owner });
    if (!place.ok) return place;
    const [at, id] = (place.value ?? []).map(String);
    const before = at && id ? { madeAt: new Date(at), id } : null;
    const read = await readOwnNotices(reader, { caller, owner, seal: context.seal, before, limit });
    if (!read.ok) return read;
    const { next, ...listed } = read.value;
    const position = next && [next.madeAt.toISOString(), next.id];
    return ok({ ...listed, next: position && writeCursor({ position, query: { owner } }) });
  },
};

const countOwnUnread: Read = {
  ...{ ...own, id: 'countUnreadNotices', kind: 'read', method: 'GET' },
  path: '/people/{personId}/unread-notices',
  summary: { zh: '本人未读通知的数目', en: 'How many of one’s own notices are unread' },
  answer: schemas.unread,
  refusals: ['notices.not-yours'],
  shows: 'nobody', // a number
  async run(reader, { caller, params }) {
    const counted = await countUnreadNotices(reader, {
      caller,
      owner: schemas.person.parse(params).personId,
    });
    return counted.ok ? ok({ unread: counted.value }) : counted;
  },
};

const markNoticesRead: Write = {
  ...{ ...own, id: 'markNoticesRead', kind: 'write', method: 'POST', status: 204 },
  path: '/people/{personId}/notices/readings',
  summary: { zh: '把通知标为已读', en: 'Note that one has read what one was told' },
  body: schemas.reading,
  answer: nothing,
  refusals: ['notices.not-yours', 'access.no-session'],
  run: (tx, { context, caller, params, body }) =>
    readNotices(tx, {
      ...{ context, caller, owner: schemas.person.parse(params).personId },
      ids: schemas.reading.parse(body).ids,
    }),
};

const getNoticeSettings: Read = {
  ...{ ...own, id: 'getNoticeSettings', kind: 'read', method: 'GET' },
  path: '/people/{personId}/notice-settings',
  summary: { zh: '通知发往何处、用什么语言', en: 'Where and in which language one is told' },
  answer: schemas.settings,
  refusals: ['notices.not-yours'],
  run: (reader, { context, caller, params }) =>
    readNoticeSettings(reader, {
      ...{ caller, seal: context.seal, owner: schemas.person.parse(params).personId },
    }),
};

const putNoticeLanguage: Write = {
  ...{ ...own, id: 'chooseNoticeLanguage', kind: 'write', method: 'PUT', status: 204 },
  path: '/people/{personId}/notice-language',
  summary: { zh: '选择通知的语言', en: 'Choose the language in which one is told' },
  body: schemas.languageChoice,
  answer: nothing,
  refusals: ['notices.not-yours', 'access.no-session'],
  run: (tx, { context, caller, params, body }) =>
    chooseNoticeLanguage(tx, {
      ...{ context, caller, owner: schemas.person.parse(params).personId },
      language: schemas.languageChoice.parse(body).language,
    }),
};

/** What somebody does with their own notices. */
export const ownNoticesOperations = [
  listOwnNotices,
  countOwnUnread,
  markNoticesRead,
  getNoticeSettings,
  putNoticeLanguage,
] as const;
