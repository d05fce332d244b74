import { ok, type Result, refuse, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type Operation,
  type ReadOperation,
  readCursor,
  type WriteOperation,
  writeCursor,
} from '#platform/http';
import { decideFact } from './confirm-fact.ts';
import type { RegistryContext } from './context.ts';
import { findPersonByIdentity } from './find-person.ts';
import { readIdentity } from './identity.ts';
import { factsOf, factsWaiting, type ListedFact } from './list-facts.ts';
import { maySee } from './may-see.ts';
import { personById } from './person.store.ts';
import { type PersonCard, personCard } from './person-card.ts';
import { recordFact } from './record-fact.ts';
import { correctionOperations } from './routes-corrections.ts';
import { doubleOperations } from './routes-doubles.ts';
import { employerOperations } from './routes-employers.ts';
import { importOperations } from './routes-imports.ts';
import { recordOperations } from './routes-record.ts';
import * as schemas from './schemas.ts';
import { situationOf } from './situation-of.ts';

type Read = ReadOperation<RegistryContext, Caller>;
type Write = WriteOperation<RegistryContext, Caller>;

const tag = 'registry';
const officers = ['clerk', 'reviewer', 'auditor'] as const;
const concerned = [...officers, 'insured', 'successor', 'agent'] as const;

const searchPeople: Read = {
  id: 'searchPeople',
  kind: 'read',
  method: 'POST', // an identity number never stands in an address
  path: '/people/search',
  tag,
  roles: officers,
  summary: { zh: '按证件号码查找参保人', en: 'Find a person by the number of an identity document' },
  body: schemas.search,
  answer: schemas.card,
  refusals: ['registry.number-wrong', 'registry.no-such-person'],
  async run(reader, { context, body }) {
    const read = readIdentity(schemas.search.parse(body));
    if ('wrong' in read) return numberWrong(read.wrong);
    const owner = await findPersonByIdentity(reader, { seal: context.seal, document: read.value });
    return cardOr404(owner ? await personCard(reader, { owner, seal: context.seal }) : null);
  },
};

const getPerson: Read = {
  id: 'getPerson',
  kind: 'read',
  method: 'GET',
  path: '/people/{personId}',
  tag,
  roles: concerned,
  summary: { zh: '参保人基本情况（已脱敏）', en: 'A person, with every number masked' },
  params: schemas.person,
  answer: schemas.card,
  refusals: ['registry.no-such-person'],
  async run(reader, { context, caller, params }) {
    const { personId: owner } = schemas.person.parse(params);
    if (!maySee(caller, owner)) return cardOr404(null);
    return cardOr404(await personCard(reader, { owner, seal: context.seal }));
  },
};

const getSituation: Read = {
  id: 'getSituation',
  kind: 'read',
  method: 'GET',
  path: '/people/{personId}/situation',
  tag,
  roles: concerned,
  summary: { zh: '登记在册的情况', en: 'What is on record of a person' },
  params: schemas.person,
  answer: schemas.situation,
  refusals: ['registry.no-such-person'],
  async run(reader, { context, caller, params }) {
    const { personId: owner } = schemas.person.parse(params);
    const onDate = shanghaiDate(context.clock.now());
    const situation = maySee(caller, owner) ? await situationOf(reader, { owner, onDate }) : null;
    return situation ? ok(situation) : refuse({ code: 'registry.no-such-person' });
  },
};

const listPersonFacts: Read = {
  id: 'listPersonFacts',
  kind: 'read',
  method: 'GET',
  path: '/people/{personId}/facts',
  tag,
  roles: officers,
  summary: { zh: '一个人的全部登记事项', en: 'All record entries of a person' },
  params: schemas.person,
  answer: schemas.facts,
  refusals: ['registry.no-such-person'],
  async run(reader, { params }) {
    const { personId } = schemas.person.parse(params);
    if (!(await personById(reader, personId))) return refuse({ code: 'registry.no-such-person' });
    const facts = await factsOf(reader, personId);
    return ok({ items: facts.map(shown) });
  },
};

const recordPersonFact: Write = {
  id: 'recordPersonFact',
  kind: 'write',
  method: 'POST',
  path: '/people/{personId}/facts',
  tag,
  roles: ['clerk'],
  status: 201,
  summary: { zh: '凭材料登记一件事项', en: 'Record what a paper proves' },
  params: schemas.person,
  body: schemas.newFact,
  answer: schemas.factPlace,
  refusals: ['registry.no-such-person', 'registry.fact-wrong'],
  run(tx, { context, caller, params, body }) {
    const { personId: owner } = schemas.person.parse(params);
    const { trueFrom, trueTo, ...fact } = schemas.newFact.parse(body);
    return recordFact(tx, { context, caller, fact: { owner, ...fact, holding: { trueFrom, trueTo } } });
  },
};

const decidePersonFact: Write = {
  id: 'decidePersonFact',
  kind: 'write',
  method: 'POST',
  path: '/people/{personId}/facts/{factId}/decision',
  tag,
  roles: ['reviewer'],
  summary: { zh: '复核一件登记事项', en: 'Confirm or reject a record entry' },
  params: schemas.factPlace,
  body: schemas.factDecision,
  answer: schemas.factDecided,
  refusals: [
    'registry.no-such-fact',
    'registry.fact-decided',
    'registry.fact-needs-no-confirmation',
    'registry.same-officer',
    'registry.reason-missing',
    'registry.contradicts-record',
    'registry.fact-wrong',
  ],
  run(tx, { context, caller, params, body }) {
    const decision = { ...schemas.factPlace.parse(params), ...schemas.factDecision.parse(body) };
    return decideFact(tx, { context, caller, decision });
  },
};

const listWaitingFacts: Read = {
  id: 'listWaitingFacts',
  kind: 'read',
  method: 'GET',
  path: '/facts',
  tag,
  roles: officers,
  summary: { zh: '待复核的登记事项', en: 'Record entries that wait for the second officer' },
  query: schemas.waitingPage,
  answer: schemas.factsPage,
  refusals: ['http.cursor'],
  async run(reader, { query }) {
    const { limit, cursor, status } = schemas.waitingPage.parse(query);
    const place = readCursor(cursor, { status });
    if (!place.ok) return place;
    const [recordedAt, ownerId, id] = (place.value ?? []).map(String);
    const after = recordedAt && ownerId && id ? { recordedAt, ownerId, id } : null;
    const { items, next } = await factsWaiting(reader, { after, limit });
    const position = next ? [next.recordedAt, next.ownerId, next.id] : null;
    return ok({ items: items.map(shown), next: position && writeCursor({ position, query: { status } }) });
  },
};

/** What clerks and reviewers do with the register, and what people see of themselves. */
export const registryOperations: readonly Operation<RegistryContext, Caller>[] = [
  searchPeople,
  getPerson,
  getSituation,
  listPersonFacts,
  recordPersonFact,
  decidePersonFact,
  listWaitingFacts,
  ...employerOperations,
  ...recordOperations,
  ...correctionOperations,
  ...doubleOperations,
  ...importOperations,
];

function cardOr404(card: PersonCard | null): Result<PersonCard> {
  return card ? ok(card) : refuse({ code: 'registry.no-such-person' });
}

function numberWrong(wrong: readonly { readonly zh: string; readonly en: string }[]): Result<never> {
  return refuse({
    code: 'registry.number-wrong',
    problems: wrong.map((detail) => ({ path: 'number', detail })),
  });
}

function shown({ recordedAt, decidedAt, voidedAt, ...fact }: ListedFact) {
  return {
    ...fact,
    recordedAt: recordedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    voidedAt: voidedAt?.toISOString() ?? null,
  };
}
