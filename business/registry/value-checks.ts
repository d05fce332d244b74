import { isPlainDate, type Problem } from '#basics';
import { countries } from './countries.ts';
import {
  missing,
  notABalance,
  notACountry,
  notADay,
  notARegion,
  notListed,
  notMonths,
  nullNotAllowed,
  unknownKey,
  wrongType,
} from './fact-problems.ts';

/**
 * Checks of single values: null where the value is fine. An absent value (undefined) is fine everywhere; what must be
 * there is checked with `required`. Nothing is made on the good path, since every line of a large file passes here.
 */
export type Check = (path: string, value: unknown) => Problem | null;

export function required(check: Check): Check {
  return (path, value) => (value === undefined ? missing(path) : check(path, value));
}

export const day: Check = (path, value) => {
  if (value === undefined || isPlainDate(value)) return null;
  return notText(path, value) ?? notADay(path);
};

export const dayOrNull: Check = (path, value) => (value === null ? null : day(path, value));

export const region: Check = (path, value) => {
  if (value === undefined) return null;
  return (
    notText(path, value) ?? (/^(?:1[1-9]|[2-7]\d|8[0-2])\d{4}$/.test(`${value}`) ? null : notARegion(path))
  );
};

export const country: Check = (path, value) => {
  if (value === undefined) return null;
  return notText(path, value) ?? (countries.has(`${value}`) ? null : notACountry(path));
};

export const balance: Check = (path, value) => {
  if (value === undefined) return null;
  return notText(path, value) ?? (/^(?:0|[1-9]\d{0,17})$/.test(`${value}`) ? null : notABalance(path));
};

export const months: Check = (path, value) => {
  if (value === undefined) return null;
  if (value === null) return nullNotAllowed(path);
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? null : notMonths(path);
};

export const truth: Check = (path, value) => {
  if (value === undefined || typeof value === 'boolean') return null;
  return value === null ? nullNotAllowed(path) : wrongType(path, 'truth');
};

export const text: Check = (path, value) => (value === undefined ? null : notText(path, value));

/** One of a closed list of words. */
export function oneOf(words: readonly string[]): Check {
  return (path, value) => {
    if (value === undefined) return null;
    return notText(path, value) ?? (words.includes(`${value}`) ? null : notListed(path, words));
  };
}

export function orNull(check: Check): Check {
  return (path, value) => (value === null ? null : check(path, value));
}

/** What is wrong where an object was wanted. */
export function notAnObject(path: string, value: unknown): Problem {
  return value === null && path !== '' ? nullNotAllowed(path) : wrongType(path, 'object');
}

/** An object of the request, by key; undefined where the value is not an object. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as Readonly<Record<string, unknown>>; // any object that is not an array can be read by key
}

/** The keys that the contract does not have, in the order in which they were given. */
export function unknownKeys(
  object: Readonly<Record<string, unknown>>,
  told: { readonly prefix: string; readonly known: ReadonlySet<string> },
): readonly Problem[] | null {
  let problems: Problem[] | null = null;
  for (const key of Object.keys(object)) {
    if (told.known.has(key) || object[key] === undefined) continue;
    problems ??= [];
    problems.push(unknownKey(told.prefix + key));
  }
  return problems;
}

function notText(path: string, value: unknown): Problem | null {
  if (typeof value === 'string') return null;
  return value === null ? nullNotAllowed(path) : wrongType(path, 'text');
}
