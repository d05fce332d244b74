/**
 * What is wrong with an input, by the closed list of the assessment contract: paths in the request's key order. Keys that
 * the contract does not know have no place in that order; they follow the known keys of their object, as they are written.
 */
import { assignedCountries } from './countries.ts';
import { balances, isHeld, joinPath, type Key, purposes, requestKeys, statuses, valueAt } from './request.ts';

/** The one region that has a rule set in what is shipped. */
const regionWithRuleSet = '440300';

/** Paths of everything wrong, each path once; empty where the request can be answered. */
export function problemsOf(request: unknown): readonly string[] {
  if (!isHeld(request)) return [''];
  return inObject(requestKeys, request, '', request);
}

/** The same for text as it comes over the wire. */
export function problemsOfText(text: string): readonly string[] {
  try {
    return problemsOf(JSON.parse(text));
  } catch {
    return [''];
  }
}

function inObject(keys: readonly Key[], held: unknown, path: string, request: unknown): readonly string[] {
  if (!isHeld(held)) return [path];
  const known = keys.flatMap((key) => atKey(key, held, joinPath(path, key.name), request));
  const unknown = Object.keys(held).filter((name) => !keys.some((key) => key.name === name));
  return [...known, ...unknown.map((name) => joinPath(path, name))];
}

function atKey(
  key: Key,
  held: Readonly<Record<string, unknown>>,
  path: string,
  request: unknown,
): readonly string[] {
  if (!Object.hasOwn(held, key.name)) return key.required ? [path] : [];
  const value = held[key.name];
  if (value === null) return key.nullable ? [] : [path];
  if (key.keys !== undefined) return inObject(key.keys, value, path, request);
  const good = isGoodLeaf(key, value) && !isOutOfPlace(path, value, request);
  return good ? [] : [path];
}

function isGoodLeaf(key: Key, value: unknown): boolean {
  if (key.kind === 'boolean') return typeof value === 'boolean';
  if (key.kind === 'months') return typeof value === 'number' && Number.isInteger(value) && value >= 0;
  if (typeof value !== 'string') return false;
  if (key.kind === 'date') return isDay(value);
  if (key.kind === 'region') return value === regionWithRuleSet;
  if (key.kind === 'other-region') return isOtherRegion(value);
  if (key.kind === 'country') return assignedCountries.has(value);
  if (key.kind === 'purpose') return purposes.some((purpose) => purpose === value);
  if (key.kind === 'status') return statuses.some((status) => status === value);
  if (key.kind === 'balance') return balances.some((balance) => balance === value);
  return /^(?:0|[1-9][0-9]{0,17})$/.test(value) && !value.includes('\n');
}

/** A day of the calendar, found by letting the platform's calendar write it back. There is no year 0. */
export function isDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) || text.startsWith('0000') || text.includes('\n'))
    return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text;
}

function isOtherRegion(text: string): boolean {
  if (text.length !== 6 || [...text].some((letter) => !'0123456789'.includes(letter))) return false;
  const province = Number(text.slice(0, 2));
  return province >= 11 && province <= 82;
}

/** The two rules that look at more than one key. */
function isOutOfPlace(path: string, value: unknown, request: unknown): boolean {
  if (path === 'account.balanceFen') {
    const exists = valueAt(request, 'account.exists');
    return exists === false || exists === undefined;
  }
  if (path !== 'person.diedOn') return false;
  const earlier = [valueAt(request, 'person.retiredOn'), valueAt(request, 'person.leftCountry.on')];
  return earlier.some((day) => typeof day === 'string' && isDay(day) && String(value) < day);
}
