import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import { listedLetters, type PrintingContext } from '#business/letters';
import type { JobOperation, Operation } from '#platform/http';
import type { WithdrawalContext } from './context.ts';
import { keepContactByLink, nameAccountByLink, sayByLink } from './heir-links.ts';
import * as schemas from './heir-schemas.ts';
import { listLettersByLink, printLetterByLink } from './letters-by-link.ts';
import { nameFitsByLink } from './name-by-link.ts';
import type { Job, Write } from './operation-parts.ts';
import { readByLink } from './see-by-link.ts';

/** The secret comes in the body: an address is written into logs and histories. */

const tag = 'succession';
/** For whoever has no login: few enough that guessing leads nowhere. */
const perMinute = 10;
/** Of reading alone, which a secret of 160 bits keeps: a family behind one address opens several links, and each turns pages. */
const readsPerMinute = 30;

const readOwnShare: Job = {
  ...{ id: 'readHeirLink', kind: 'job', method: 'POST', path: '/heir-links/view', tag },
  perMinute: readsPerMinute,
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
    'succession.wrong',
  ],
  run(tx, { context, caller: { language }, body }) {
    return sayByLink(tx, {
      context,
      ...schemas.sayingBySecret.parse(body),
      ...(language ? { language } : {}),
    });
  },
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
    ...(['casework.changed-meanwhile', 'succession.given-at-window', 'payments.not-returned'] as const),
    ...(['payments.account-sent-back', 'succession.link-passed-on', 'succession.payee-not-yours'] as const),
  ],
  run(tx, { context, caller: { language }, body }) {
    const { secret, ...payee } = schemas.payeeBySecret.parse(body);
    return nameAccountByLink(tx, { context, secret, payee, ...(language ? { language } : {}) });
  },
};

const nameFitsOverLink: Job = {
  ...{
    id: 'nameFitsByHeirLink',
    kind: 'job',
    method: 'POST',
    path: '/heir-links/payee-name',
    tag,
    perMinute,
  },
  roles: 'anyone',
  summary: {
    zh: '继承人凭链接填写收款账户时，先看户名对不对',
    en: 'Whether the account’s name is the heir’s, before it is saved by their link',
  },
  body: schemas.nameBySecret,
  answer: schemas.nameFits,
  refusals: ['succession.link-over', 'succession.given-at-window', 'succession.link-passed-on'],
  run({ context, body }) {
    return nameFitsByLink(context.database, { context, ...schemas.nameBySecret.parse(body) });
  },
};

const keepContactOverLink: Write = {
  ...{
    id: 'keepContactByHeirLink',
    kind: 'write',
    method: 'POST',
    path: '/heir-links/contact',
    tag,
    perMinute,
  },
  roles: 'anyone',
  summary: {
    zh: '继承人凭链接填写语言和电子邮箱',
    en: 'An heir names their language and e-mail by their link',
  },
  body: schemas.contactBySecret,
  answer: schemas.contactKept,
  refusals: [
    ...(['succession.link-over', 'succession.wrong', 'succession.no-successor'] as const),
    ...(['succession.at-once', 'succession.given-at-window', 'succession.link-passed-on'] as const),
  ],
  run(tx, { context, body }) {
    const { secret, ...contact } = schemas.contactBySecret.parse(body);
    return keepContactByLink(tx, { context, secret, contact });
  },
};

type LetterJob = JobOperation<WithdrawalContext & PrintingContext, Caller>;

const listLettersOverLink: LetterJob = {
  ...{
    id: 'listLettersByHeirLink',
    kind: 'job',
    method: 'POST',
    path: '/heir-links/letters',
    tag,
    perMinute,
  },
  roles: 'anyone',
  summary: { zh: '继承人凭链接查看写给自己的信函', en: 'An heir lists the letters to them by their link' },
  body: schemas.bySecret,
  answer: listedLetters,
  refusals: ['succession.link-over'],
  async run({ context, body }) {
    const listed = await listLettersByLink(context.database, schemas.bySecret.parse(body).secret);
    return listed.ok ? ok({ items: listed.value }) : listed;
  },
};

const printLetterOverLink: LetterJob = {
  ...{ id: 'printLetterByHeirLink', kind: 'job', method: 'POST', path: '/heir-links/letters/print', tag },
  ...{ perMinute, roles: 'anyone' },
  summary: { zh: '继承人凭链接打印写给自己的信函', en: 'An heir prints a letter to them by their link' },
  body: schemas.letterBySecret,
  answer: schemas.letterFile,
  refusals: ['succession.link-over', 'letters.no-letter', 'letters.altered'],
  async run({ context, body }) {
    const { secret, letter, language, form } = schemas.letterBySecret.parse(body);
    const asked = { context, secret, letter, language, form };
    const printed = await printLetterByLink(context.database, asked);
    if (!printed.ok) return printed;
    const fileName = `${letter.trim().replace('/', '-')}.${form}`;
    const mediaType = form === 'pdf' ? 'application/pdf' : 'text/html; charset=utf-8';
    return ok({ fileName, mediaType, base64: Buffer.from(printed.value).toString('base64') });
  },
};

/** What an heir reads of the letters to them; printing needs more of the app than a withdrawal does. */
export const heirLetterOperations: readonly Operation<WithdrawalContext & PrintingContext, Caller>[] = [
  listLettersOverLink,
  printLetterOverLink,
];

/** What an heir without a login does by their link. */
export const heirLinkOperations: readonly Operation<WithdrawalContext, Caller>[] = [
  readOwnShare,
  sayOverLink,
  nameAccountOverLink,
  nameFitsOverLink,
  keepContactOverLink,
];
