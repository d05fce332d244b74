import type { Refusal, Result } from '#basics';

/** What a simulation does by itself is lawful; a refusal of it is a fault of the simulation, told with everything that was wrong. */
export function must<T>(result: Result<T, Refusal>, doing: string): T {
  if (result.ok) return result.value;
  throw new Error(`simulation, ${doing}: ${JSON.stringify(result.refusal)}`);
}
