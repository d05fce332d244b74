import type { Text } from '#basics';
import { regionName } from '#law';
import type { Say } from './language.tsx';

/** What people call a place that insurance moves to or from: the city, and the agency's own name where the city is not known here. */
export function townOf(
  { region, name }: { readonly region: string; readonly name?: Text | undefined },
  say: Say,
): string {
  const town = say(regionName(region));
  return town === region && name ? say(name) : town;
}
