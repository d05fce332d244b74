import type { JsonObject, JsonValue } from './json-text.ts';

/**
 * A body as a clerk's queue shows it: codes, dates, months, amounts and ids as they are; whatever may name a person, an account
 * or a place keeps its first sign. This engine does not know what a body means, so it hides what it does not recognise.
 */
export function maskedBody(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, masked(key, value)]));
}

function masked(key: string, value: JsonValue): JsonValue {
  if (typeof value === 'string')
    return plain.test(value) && !personal.test(key) ? value : `${value.slice(0, 1)}***`;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => masked(key, each));
  return maskedBody(value as JsonObject); // an array was handled above
}

const personal = /name|holder|phone|address|number|person|postcode|tail|contact/i;
/** A code of ours, a day or month, an amount in fen, a region or bank's number, an id of a message or transfer. */
const plain = /^([a-z]+(-[a-z]+)*|\d{4}-\d{2}(-\d{2})?|\d{1,12}|msg_[0-9a-z]+|[1-8]\d{5}-[A-Za-z0-9_]+)$/;
