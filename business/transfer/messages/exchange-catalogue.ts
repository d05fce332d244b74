import { identityHashesByKey } from '#business/registry';
import type { MessageCatalogue } from '#engines/exchange';
import { type TransferMessageType, transferMessages, transferMessageTypes } from './catalogue.ts';
import { figuresOf, type Said } from './figures-of.ts';
import { subjectOf } from './subject-of.ts';

/** The nine messages as the exchange takes them: their forms, and what is kept of them in clear. */
export const transferCatalogue: MessageCatalogue = Object.fromEntries(
  transferMessageTypes.map((type) => [
    type,
    {
      body: transferMessages[type].body,
      figuresOf: (body) => figuresOf(saidBy(type, body)),
      subjectOf(body, seal) {
        const document = subjectOf(saidBy(type, body));
        return document && identityHashesByKey(seal, document);
      },
    } satisfies MessageCatalogue[string],
  ]),
);

/** A body that the type's schema has read. */
export function saidBy(type: TransferMessageType, body: unknown): Said {
  return { type, body } as Said; // the schema of that type gave it
}
