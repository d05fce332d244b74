import { ok, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { personById } from '#business/registry';
import {
  type Operation,
  type ReadOperation,
  readCursor,
  type WriteOperation,
  writeCursor,
} from '#platform/http';
import { bindCard, replaceCard } from './bind-card.ts';
import type { Card } from './card.ts';
import { type CardContext, maySee } from './context.ts';
import { cardsOf } from './read-cards.ts';
import * as schemas from './schemas.ts';
import { reportLost, stepCard } from './step-card.ts';

type Read = ReadOperation<CardContext, Caller>;
type Write = WriteOperation<CardContext, Caller>;

const tag = 'card';

const listPersonCards: Read = {
  ...{ id: 'listPersonCards', kind: 'read', method: 'GET', path: '/people/{personId}/cards', tag },
  roles: ['clerk', 'reviewer', 'auditor', 'insured', 'agent'],
  summary: { zh: '一个人的卡，连同经过', en: 'A person’s cards, with what happened to them' },
  params: schemas.person,
  query: schemas.page,
  answer: schemas.cards,
  refusals: ['card.no-such-person', 'http.cursor'],
  async run(reader, { caller, params, query }) {
    const { personId } = schemas.person.parse(params);
    const { limit, cursor } = schemas.page.parse(query);
    const known = maySee(caller, personId) && (await personById(reader, personId));
    if (!known) return refuse({ code: 'card.no-such-person' });
    const place = readCursor(cursor, { personId });
    if (!place.ok) return place;
    const [before] = (place.value ?? []).map(String);
    const { items, next } = await cardsOf(reader, { personId, before: before ?? null, limit });
    const cursorOfNext = next && writeCursor({ position: [next], query: { personId } });
    return ok({ items: items.map(shown), next: cursorOfNext });
  },
};

const bindOneCard: Write = {
  ...{ id: 'bindCard', kind: 'write', method: 'POST', path: '/people/{personId}/cards', tag },
  roles: ['clerk'],
  status: 201,
  summary: { zh: '绑定社保卡或医保电子凭证', en: 'Bind a social security card or its electronic credential' },
  params: schemas.person,
  body: schemas.newCard,
  answer: schemas.cardPlace,
  refusals: [
    ...(['card.no-such-person', 'card.no-account', 'card.number-wrong', 'card.number-taken'] as const),
    ...(['card.kind-bound', 'card.wrong', 'card.moment-not-come'] as const),
  ],
  run(tx, { context, caller, params, body }) {
    const { personId } = schemas.person.parse(params);
    const { kind, effectiveAt, ...card } = schemas.newCard.parse(body);
    return bindCard(tx, {
      context,
      caller,
      personId,
      kind,
      card: { ...card, effectiveAt: moment(effectiveAt) },
    });
  },
};

const reportCardLost: Write = {
  ...{ id: 'reportCardLost', kind: 'write', method: 'POST', tag },
  path: '/people/{personId}/cards/{cardId}/loss',
  roles: ['insured', 'agent', 'clerk'],
  summary: { zh: '挂失', en: 'Report a card lost' },
  params: schemas.cardPlace,
  body: schemas.loss,
  answer: schemas.stood,
  refusals: ['card.no-such-card', 'card.step-not-open', 'card.wrong', 'card.moment-not-come'],
  run(tx, { context, caller, params, body }) {
    const { reason, effectiveAt } = schemas.loss.parse(body);
    const place = schemas.cardPlace.parse(params);
    return reportLost(tx, { ...place, context, caller, reason, effectiveAt: moment(effectiveAt) });
  },
};

const stepOneCard: Write = {
  ...{ id: 'stepCard', kind: 'write', method: 'POST', tag, roles: ['clerk', 'reviewer'] },
  path: '/people/{personId}/cards/{cardId}/steps',
  summary: {
    zh: '解除挂失、锁定、解锁或停用一张卡',
    en: 'Take a card back into use, lock, unlock or end it',
  },
  params: schemas.cardPlace,
  body: schemas.step,
  answer: schemas.stood,
  refusals: [
    ...(['card.no-such-card', 'card.step-not-open', 'card.same-officer'] as const),
    ...(['card.wrong', 'card.moment-not-come', 'access.role-missing'] as const),
  ],
  run(tx, { context, caller, params, body }) {
    const { effectiveAt, ...step } = schemas.step.parse(body);
    const place = schemas.cardPlace.parse(params);
    return stepCard(tx, { ...place, context, caller, taken: { ...step, effectiveAt: moment(effectiveAt) } });
  },
};

const replaceOneCard: Write = {
  ...{ id: 'replaceCard', kind: 'write', method: 'POST', tag, roles: ['clerk'], status: 201 },
  path: '/people/{personId}/cards/{cardId}/replacement',
  summary: { zh: '换卡', en: 'Replace a card' },
  params: schemas.cardPlace,
  body: schemas.replacement,
  answer: schemas.cardPlace,
  refusals: [
    ...(['card.no-such-card', 'card.step-not-open', 'card.no-account', 'card.number-wrong'] as const),
    ...(['card.number-taken', 'card.kind-bound', 'card.wrong', 'card.moment-not-come'] as const),
  ],
  run(tx, { context, caller, params, body }) {
    const { reason, effectiveAt, ...card } = schemas.replacement.parse(body);
    const place = schemas.cardPlace.parse(params);
    return replaceCard(tx, {
      ...place,
      context,
      caller,
      reason,
      card: { ...card, effectiveAt: moment(effectiveAt) },
    });
  },
};

/** What officers do with cards, and what people do with their own. */
export const cardOperations: readonly Operation<CardContext, Caller>[] = [
  listPersonCards,
  bindOneCard,
  reportCardLost,
  stepOneCard,
  replaceOneCard,
];

function moment(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function shown({ events, ...card }: Card) {
  return {
    ...card,
    events: events.map(({ effectiveAt, recordedAt, ...event }) => ({
      ...event,
      effectiveAt: effectiveAt.toISOString(),
      recordedAt: recordedAt.toISOString(),
    })),
  };
}
