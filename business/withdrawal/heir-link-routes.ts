import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import type { WithdrawalContext } from './context.ts';
import { nameAccountByLink, readByLink, sayByLink } from './heir-links.ts';
import * as schemas from './heir-schemas.ts';
import type { Job, Write } from './operation-parts.ts';

/** The secret comes in the body: an address is written into logs and histories. */

const tag = 'succession';
/** For whoever has no login: few enough that guessing leads nowhere. */
const perMinute = 10;

const readOwnShare: Job = {
  ...{ id: 'readHeirLink', kind: 'job', method: 'POST', path: '/heir-links/view', tag, perMinute },
  roles: 'anyone',
  summary: { zh: '继承人凭链接查看拟定的份额', en: 'An heir sees the proposed shares by their link' },
  body: schemas.bySecret,
  answer: schemas.seenByHeir,
  refusals: ['succession.link-over'],
  run: ({ context, body }) =>
    readByLink(context.database, { context, secret: schemas.bySecret.parse(body).secret }),
};

const sayOverLink: Write = {
  ...{ id: 'sayByHeirLink', kind: 'write', method: 'POST', path: '/heir-links/words', tag, perMinute },
  roles: 'anyone',
  summary: { zh: '继承人凭链接表示同意、放弃或异议', en: 'An heir agrees, waives or objects by their link' },
  body: schemas.sayingBySecret,
  answer: schemas.said,
  refusals: [
    ...(['succession.link-over', 'succession.approved', 'succession.minor-cannot-waive'] as const),
    ...(['succession.no-division', 'succession.no-successor', 'succession.at-once'] as const),
    ...(['casework.not-now', 'casework.closed', 'casework.changed-meanwhile'] as const),
  ],
  run: (tx, { context, body }) => sayByLink(tx, { context, ...schemas.sayingBySecret.parse(body) }),
};

const nameAccountOverLink: Write = {
  ...{
    id: 'nameAccountByHeirLink',
    kind: 'write',
    method: 'POST',
    path: '/heir-links/payee',
    tag,
    perMinute,
  },
  roles: 'anyone',
  summary: { zh: '继承人凭链接填写自己的收款账户', en: 'An heir names their own account by their link' },
  body: schemas.payeeBySecret,
  answer: schemas.accountTaken,
  refusals: [
    ...(['succession.link-over', 'succession.payee-not-heir', 'payments.payee-approved'] as const),
    ...(['withdrawal.bad-input', 'casework.not-now', 'casework.closed'] as const),
    ...(['casework.changed-meanwhile'] as const),
  ],
  run(tx, { context, body }) {
    const { secret, ...payee } = schemas.payeeBySecret.parse(body);
    return nameAccountByLink(tx, { context, secret, payee });
  },
};

/** What an heir without a login does by their link. */
export const heirLinkOperations: readonly Operation<WithdrawalContext, Caller>[] = [
  readOwnShare,
  sayOverLink,
  nameAccountOverLink,
];
