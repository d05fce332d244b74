import { type PartName, parts } from '#business/my-data/public';

/** How many entries each part has; one that is a single thing has one, or none where there is no such thing. */
export function summaryOf(
  held: Readonly<Record<string, unknown>>,
): readonly { readonly part: PartName; readonly count: number }[] {
  return (Object.keys(parts) as PartName[]).map((part) => {
    const value = held[part];
    return { part, count: Array.isArray(value) ? value.length : value ? 1 : 0 };
  });
}
