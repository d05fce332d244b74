import { canonicalJson, ok, type Refusal, type Result, refuse, type Text } from '#basics';

/** A JSON value as messages carry it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

const deepest = 32;

/**
 * Reads bytes that must be the canonical JSON (RFC 8785) of an object. Since the canonical text of what was read must be the
 * text that came, keys given twice, white space, a byte order mark, numbers written otherwise and whatever follows are all
 * found at once. Refuses `exchange.not-canonical`.
 */
export function readCanonical(bytes: Uint8Array): Result<JsonObject, Refusal> {
  const text = utf8(bytes);
  if (text === null) return no(notUtf8);
  // First, since what walks into something very deep would not come back.
  if (depthOf(text) > deepest) return no(tooDeep);
  const value = parsed(text);
  if (!isObject(value)) return no(noObject);
  const unfit = unfitPart(value);
  if (unfit !== null) return no(unfit);
  return canonicalJson(value) === text ? ok(value) : no(otherForm);
}

function no(detail: Text) {
  return refuse({ code: 'exchange.not-canonical', problems: [{ path: '', detail }] });
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How deep brackets are nested, those within strings left out. */
function depthOf(text: string): number {
  let [depth, most, inString] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') {
      depth += 1;
      most = Math.max(most, depth);
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  return most;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What RFC 7493 (I-JSON) and PostgreSQL's text do not let through; null where there is nothing. */
function unfitPart(value: unknown): Text | null {
  if (typeof value === 'string') return unfitText(value);
  if (typeof value === 'number') {
    const exact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
    return exact ? null : inexact;
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, held] of Object.entries(value)) {
    const unfit = unfitText(key) ?? unfitPart(held);
    if (unfit !== null) return unfit;
  }
  return null;
}

function unfitText(text: string): Text | null {
  if (!text.isWellFormed()) return halfCharacter;
  return text.includes('\u0000') ? zeroCharacter : null;
}

const notUtf8 = { zh: '不是 UTF-8 文本。', en: 'It is not UTF-8.' };
const tooDeep = { zh: `嵌套超过 ${deepest} 层。`, en: `It is nested more than ${deepest} levels deep.` };
const noObject = { zh: '不是 JSON 对象。', en: 'It is not a JSON object.' };
const otherForm = {
  zh: '与规范写法不一致（键的次序或重复、空白、数字或转义的写法）。',
  en: 'It is not in its canonical form (order of keys or a key given twice, white space, numbers, escapes).',
};
const inexact = {
  zh: '含有各程序读法不一的数字。',
  en: 'It has a number that not every program reads alike.',
};
const halfCharacter = {
  zh: '含有不完整的字符（单独的 UTF-16 代理码位）。',
  en: 'It has half of a character (a lone UTF-16 surrogate).',
};
const zeroCharacter = { zh: '含有空字符（U+0000）。', en: 'It has the zero character (U+0000).' };
