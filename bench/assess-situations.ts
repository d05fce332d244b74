import { exampleSituations } from '#business/inquiry';

/** Full situations, one for each ground and the transfer. */
export const situations: readonly object[] = Object.values(exampleSituations);

/** As lines: half of them full, half with one key missing, every key in turn. */
export function* lines(count: number): Generator<string> {
  const removals = situations.map((situation) => removable(situation, []));
  for (let number = 0; number < count; number += 1) {
    const at = Math.floor(number / 2) % situations.length;
    const situation = situations[at];
    const paths = removals[at] ?? [];
    const path = paths[Math.floor(number / 2 / situations.length) % paths.length] ?? [];
    yield JSON.stringify(number % 2 === 0 ? situation : without(situation, path));
  }
}

const required = new Set(['onDate', 'region', 'person.leftCountry.on', 'person.leftCountry.to']);

/** The keys that may be absent: all but the few that the contract requires, and `exists` beside a balance. */
function removable(value: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, held]) => {
    const own = [...path, key];
    const name = own.join('.');
    const kept =
      required.has(name) || /(leftCountry.purpose|Elsewhere.region|transfer.to|account.exists)$/.test(name);
    return [...(kept ? [] : [own]), ...removable(held, own)];
  });
}

function without(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined || value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).flatMap(([name, held]) => {
    if (name !== key) return [[name, held] as const];
    return rest.length === 0 ? [] : [[name, without(held, rest)] as const];
  });
  return Object.fromEntries(entries);
}
