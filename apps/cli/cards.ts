import { text } from 'node:stream/consumers';
import { ok, type Result, shanghaiTime } from '#basics';
import type { Caller } from '#business/access/public';
import {
  bindCard,
  type Card,
  type CardContext,
  type CardStood,
  cardsOf,
  replaceCard,
  reportLost,
  type StepToTake,
  stepCard,
} from '#business/card';
import type { CardKind } from '#business/card/public';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';

/** The agency as cards need it, and who is at the keyboard. */
export interface CardDesk {
  readonly agency: CardContext;
  readonly caller: Caller;
}

/** `suixing card list PERSON`: the cards with what happened to each; numbers by their last characters. */
export async function listCards(
  frame: Frame,
  { agency, personId }: Pick<CardDesk, 'agency'> & { readonly personId: string },
): Promise<ExitCode> {
  const { items } = await cardsOf(agency.database, { personId, before: null, limit: 100 });
  return conclude(frame, ok(items), (cards) => cards.flatMap(cardWords).join('\n'));
}

/** `suixing card bind PERSON --kind KIND --paper REFERENCE`, the number from standard input: it is in no history. */
export async function bindCardOf(
  frame: Frame,
  asked: CardDesk & { readonly personId: string; readonly kind: CardKind; readonly paperReference: string },
): Promise<ExitCode> {
  const { agency: context, caller, personId, kind, paperReference } = asked;
  const card = { number: await text(frame.stdin), paperReference, effectiveAt: null };
  const done = await inTransaction(context.database, (tx) =>
    bindCard(tx, { context, caller, personId, kind, card }),
  );
  return conclude(frame, done, ({ cardId }) =>
    say(frame, { zh: `已绑定 ${cardId}。`, en: `Bound as ${cardId}.` }),
  );
}

/** `suixing card replace PERSON CARD --paper REFERENCE`, the new number from standard input. */
export async function replaceCardOf(
  frame: Frame,
  asked: CardDesk & {
    readonly personId: string;
    readonly cardId: string;
    readonly reason: string | null;
    readonly paperReference: string;
  },
): Promise<ExitCode> {
  const { agency: context, caller, personId, cardId, reason, paperReference } = asked;
  const card = { number: await text(frame.stdin), paperReference, effectiveAt: null };
  const done = await inTransaction(context.database, (tx) =>
    replaceCard(tx, { context, caller, personId, cardId, reason, card }),
  );
  return conclude(frame, done, (replaced) =>
    say(frame, {
      zh: `已换卡，新卡为 ${replaced.cardId}。`,
      en: `Replaced; the new card is ${replaced.cardId}.`,
    }),
  );
}

/** `suixing card lost PERSON CARD`. */
export async function loseCardOf(
  frame: Frame,
  asked: CardDesk & { readonly personId: string; readonly cardId: string; readonly reason: string | null },
): Promise<ExitCode> {
  const { agency: context, ...given } = asked;
  const done = await inTransaction(context.database, (tx) =>
    reportLost(tx, { context, ...given, effectiveAt: null }),
  );
  return stoodWords(frame, done);
}

/** `suixing card found|lock|unlock|end PERSON CARD`. */
export async function stepCardOf(
  frame: Frame,
  asked: CardDesk & { readonly personId: string; readonly cardId: string; readonly taken: StepToTake },
): Promise<ExitCode> {
  const { agency: context, ...given } = asked;
  return stoodWords(
    frame,
    await inTransaction(context.database, (tx) => stepCard(tx, { context, ...given })),
  );
}

function stoodWords(frame: Frame, done: Result<CardStood>): ExitCode {
  return conclude(frame, done, ({ cardId, state }) => `${cardId}  ${state}`);
}

function cardWords({ cardId, kind, numberTail, state, events }: Card): readonly string[] {
  const happened = events.map(({ step, toState, actorId, reason, effectiveAt, recordedAt }) =>
    ['', shanghaiTime(effectiveAt), shanghaiTime(recordedAt), step, toState, actorId, reason ?? ''].join(
      '  ',
    ),
  );
  return [[cardId, kind, `…${numberTail}`, state].join('  '), ...happened];
}
