/** Reads a list to its end. */
export async function everyPage<Item, Place>(
  read: (place: Place | null) => Promise<{ readonly items: readonly Item[]; readonly next: Place | null }>,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  let place: Place | null = null;
  do {
    const page: { readonly items: readonly Item[]; readonly next: Place | null } = await read(place);
    all.push(...page.items);
    place = page.next;
  } while (place !== null);
  return all;
}
