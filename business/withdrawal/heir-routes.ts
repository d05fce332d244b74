import { ok, type Refusal, type Result } from '#basics';
import type { Caller } from '#business/access/public';
import { personsOfCase } from '#engines/casework';
import type { Operation } from '#platform/http';
import { inTransaction } from '#platform/postgres';
import type { WithdrawalContext } from './context.ts';
import type { HeirStep } from './estate-step.ts';
import { nameHeirPayee } from './heir-accounts.ts';
import { divideAndAgree, thenDivideEqually } from './heir-changes.ts';
import { decideDivisionAnew, divideEstate } from './heir-division.ts';
import * as schemas from './heir-schemas.ts';
import { hearHeir } from './heir-words.ts';
import { addHeir, beHeir } from './heirs.ts';
import { caseOf, type Job, type Read, shown, stepRefusals, type Write } from './operation-parts.ts';
import { giveLinkToHeir, keepHeirContact } from './reach-heir.ts';
import { readHeirs } from './read-heirs.ts';
import { number } from './schemas.ts';

const tag = 'succession';
const appliers = ['successor', 'agent', 'clerk'] as const;
const heirRefusals = [
  ...stepRefusals,
  ...(['succession.no-estate', 'succession.wrong', 'succession.at-once', 'succession.approved'] as const),
];

const listHeirs: Read = {
  ...{ id: 'listHeirs', kind: 'read', method: 'GET', path: '/withdrawals/{number}/heirs', tag },
  roles: ['successor', 'agent', 'clerk', 'reviewer', 'finance', 'auditor'],
  summary: { zh: '继承人、份额和每份款项的去向', en: 'The heirs, their shares, and where each share is' },
  params: number,
  answer: schemas.heirs,
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  refusals: ['casework.no-case', 'succession.no-estate', 'withdrawal.rule-version-unknown'],
  run: (reader, asked) => readHeirs(reader, caseOf(asked)),
};

const addOneHeir: Write = {
  ...{ id: 'addHeir', kind: 'write', method: 'POST', path: '/withdrawals/{number}/heirs', tag, status: 201 },
  roles: appliers,
  summary: { zh: '登记一名继承人或受遗赠人', en: 'Record an heir or legatee' },
  params: number,
  body: schemas.newHeir,
  answer: schemas.heirStepped,
  refusals: [...heirRefusals, 'succession.share-taken', 'succession.spoken-as-another'],
  async run(tx, asked) {
    const { seen, self, divideEqually, ...given } = schemas.newHeir.parse(asked.body);
    const added = await addHeir(tx, { ...caseOf(asked), given, self, seen });
    return shownStep(divideEqually ? await thenDivideEqually(tx, caseOf(asked), added) : added);
  },
};

const divideOneEstate: Write = {
  ...{ id: 'divideEstate', kind: 'write', method: 'POST', path: '/withdrawals/{number}/divisions', tag },
  ...{ roles: appliers, status: 201 },
  summary: {
    zh: '登记怎样分配；结清后重新分配留存的或退回的一份，由另一人复核',
    en: 'Record how it is divided; after the settlement an order that is kept back or came back, for a second officer',
  },
  params: number,
  body: schemas.newDivision,
  answer: schemas.heirStepped,
  refusals: [
    ...heirRefusals,
    ...(['succession.shares-not-one', 'succession.nobody-inherits', 'succession.no-successor'] as const),
    ...(['succession.not-to-divide', 'payments.no-order', 'succession.not-your-share'] as const),
    'access.no-session',
  ],
  async run(tx, asked) {
    const { seen, agree, ...given } = schemas.newDivision.parse(asked.body);
    const divide = agree ? divideAndAgree : divideEstate;
    return shownStep(await divide(tx, { ...caseOf(asked), given, seen }));
  },
};

const decideOneDivision: Write = {
  ...{ id: 'decideDivision', kind: 'write', method: 'POST', tag, roles: ['reviewer'] },
  path: '/withdrawals/{number}/divisions/{divisionId}/decision',
  summary: { zh: '复核一份款项的重新分配', en: 'Decide on a division anew' },
  params: schemas.divisionPlace,
  body: schemas.decision,
  answer: schemas.heirStepped,
  refusals: [
    ...stepRefusals,
    ...(['succession.no-estate', 'succession.no-division', 'succession.decided'] as const),
    ...(['succession.same-officer', 'succession.reason-missing', 'succession.not-to-divide'] as const),
    ...(['succession.division-differs'] as const),
  ],
  async run(tx, asked) {
    const { divisionId } = schemas.divisionPlace.parse(asked.params);
    const decision = schemas.decision.parse(asked.body);
    return shownStep(await decideDivisionAnew(tx, { ...caseOf(asked), divisionId, ...decision }));
  },
};

const hearOneHeir: Write = {
  ...{ id: 'hearHeir', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/withdrawals/{number}/heirs/{successorId}/words',
  summary: {
    zh: '窗口登记继承人的书面表示：同意、放弃、异议、丧失继承权、划去',
    en: 'Take in what an heir says in writing: agrees, waives, objects; or is disqualified, or struck out',
  },
  params: schemas.heirPlace,
  body: schemas.saying,
  answer: schemas.heirStepped,
  refusals: [
    ...heirRefusals,
    ...(['succession.no-successor', 'succession.paper-missing', 'succession.no-division'] as const),
    ...(['succession.minor-cannot-waive'] as const),
  ],
  async run(tx, asked) {
    const { successorId } = schemas.heirPlace.parse(asked.params);
    return shownStep(
      await hearHeir(tx, { ...caseOf(asked), successorId, ...schemas.saying.parse(asked.body) }),
    );
  },
};

const sayForOneself: Write = {
  ...{ id: 'sayForOwnShare', kind: 'write', method: 'POST', tag, roles: ['successor'] },
  path: '/withdrawals/{number}/heirs/{successorId}/own-word',
  summary: {
    zh: '登录的继承人为自己的一份表示同意、放弃或异议；提交前划去自己误登记的人',
    en: 'An heir who has signed in agrees, waives or objects for their own share, or strikes out whom they recorded by mistake',
  },
  params: schemas.heirPlace,
  body: schemas.ownSaying,
  answer: schemas.heirStepped,
  refusals: [
    ...heirRefusals,
    ...(['succession.no-successor', 'succession.no-division', 'succession.not-your-share'] as const),
    ...(['succession.not-yours-to-strike', 'access.no-session'] as const),
    ...(['succession.waive-at-window', 'succession.minor-cannot-waive'] as const),
  ],
  async run(tx, asked) {
    const { successorId } = schemas.heirPlace.parse(asked.params);
    const { divideEqually, ...said } = schemas.ownSaying.parse(asked.body);
    const heard = await hearHeir(tx, { ...caseOf(asked), successorId, ...said, paperReference: null });
    return shownStep(divideEqually ? await thenDivideEqually(tx, caseOf(asked), heard) : heard);
  },
};

const beOneHeir: Write = {
  ...{ id: 'beHeir', kind: 'write', method: 'POST', tag, roles: ['successor'] },
  path: '/withdrawals/{number}/heirs/{successorId}/self',
  summary: { zh: '登录的继承人说明自己是哪一位', en: 'Whoever has signed in says which heir they are' },
  params: schemas.heirPlace,
  answer: schemas.heirStepped,
  refusals: [
    ...stepRefusals,
    ...(['succession.no-estate', 'succession.no-successor', 'access.no-session'] as const),
    ...(['succession.approved', 'succession.share-taken', 'succession.spoken-as-another'] as const),
  ],
  async run(tx, asked) {
    const { successorId } = schemas.heirPlace.parse(asked.params);
    return shownStep(await beHeir(tx, { ...caseOf(asked), successorId }));
  },
};

const nameOneHeirPayee: Write = {
  ...{ id: 'nameHeirPayee', kind: 'write', method: 'POST', tag, roles: appliers },
  path: '/withdrawals/{number}/heirs/{successorId}/payee',
  summary: {
    zh: '填写一名继承人的收款账户；结清后由经办、核对过身份的本人或监护人补填、更正',
    en: 'Name an heir’s account; after the settlement a clerk, or the heir or guardian whom officers identified, names a missing one or corrects it',
  },
  params: schemas.heirPlace,
  body: schemas.heirPayee,
  answer: schemas.heirPayeeNamed,
  refusals: [
    ...heirRefusals,
    ...(['succession.no-successor', 'succession.payee-not-heir', 'withdrawal.bad-input'] as const),
    ...(['payments.payee-approved', 'payments.not-returned', 'succession.account-of-another'] as const),
    ...(['payments.account-sent-back', 'succession.payee-not-yours'] as const),
    ...(['succession.account-seen', 'access.no-session'] as const),
  ],
  async run(tx, asked) {
    const { successorId } = schemas.heirPlace.parse(asked.params);
    const { seen, ...payee } = schemas.heirPayee.parse(asked.body);
    const named = await nameHeirPayee(tx, { ...caseOf(asked), successorId, payee, seen });
    const told = shownStep(named);
    return named.ok && told.ok ? ok({ ...(told.value as object), doubts: named.value.doubts }) : told; // it answers an object
  },
};

const keepOneContact: Write = {
  ...{ id: 'keepHeirContact', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/withdrawals/{number}/heirs/{successorId}/contact',
  summary: {
    zh: '登记一名继承人的语言和电子邮箱，告知书用其语言，通知发到其邮箱',
    en: 'Record an heir’s language and e-mail, for letters and notices to them',
  },
  params: schemas.heirPlace,
  body: schemas.contact,
  answer: schemas.contactKept,
  refusals: [
    ...(['casework.no-case', 'succession.no-estate', 'succession.no-successor'] as const),
    ...(['succession.wrong', 'succession.at-once'] as const),
  ],
  run(tx, asked) {
    const { successorId } = schemas.heirPlace.parse(asked.params);
    const contact = schemas.contact.parse(asked.body);
    return keepHeirContact(tx, { ...caseOf(asked), successorId, contact });
  },
};

/** A job, because the secret is told once and must not be kept with the answers of writes. */
const giveOneLink: Job = {
  ...{ id: 'giveHeirLink', kind: 'job', method: 'POST', tag, status: 201 },
  roles: ['clerk', 'successor'],
  path: '/withdrawals/{number}/heirs/{successorId}/link',
  summary: {
    zh: '给一名继承人发链接，或由继承人转交给别人；口令只显示这一次',
    en: 'Give one heir a link, or, as a successor, pass one on; its secret is told once',
  },
  params: schemas.heirPlace,
  body: schemas.linkWish,
  answer: schemas.link,
  refusals: [
    ...(['casework.no-case', 'succession.no-estate', 'succession.no-successor'] as const),
    ...(['succession.link-too-long', 'access.no-session'] as const),
  ],
  run(asked) {
    const { successorId } = schemas.heirPlace.parse(asked.params);
    const { days } = schemas.linkWish.parse(asked.body);
    const wish = { ...caseOf(asked), successorId, days };
    return inTransaction(asked.context.database, (tx) => giveLinkToHeir(tx, wish));
  },
};

/** Who succeeds and how it is divided, for applicants and officers. */
export const heirOperations: readonly Operation<WithdrawalContext, Caller>[] = [
  listHeirs,
  addOneHeir,
  divideOneEstate,
  decideOneDivision,
  hearOneHeir,
  sayForOneself,
  beOneHeir,
  nameOneHeirPayee,
  keepOneContact,
  giveOneLink,
];

function shownStep(done: Result<HeirStep, Refusal>): Result<unknown, Refusal> {
  if (!done.ok) return done;
  const told = shown(ok(done.value.file));
  return told.ok ? ok({ ...(told.value as object), id: done.value.id }) : told; // shown answers an object
}
