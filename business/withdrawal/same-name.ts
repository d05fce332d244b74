/** Whether a name on a bank account is the person's own: in characters or in Latin letters, spaces and case aside. */
export function sameName(
  written: string,
  person: { readonly name: string; readonly nameLatin: string | null },
): boolean {
  const plain = plainName(written);
  return [person.name, person.nameLatin].some((own) => own !== null && plainName(own) === plain);
}

/** The same while the account is written; null where there is no name yet. */
export function sameNameSoFar(
  written: string | null | undefined,
  person: Parameters<typeof sameName>[1],
): boolean | null {
  return written?.trim() ? sameName(written, person) : null;
}

/** Whether the share of an heir may go to an account in this name: their own, or a minor's guardian's. */
export function mayBePaidTo(
  heir: Parameters<typeof sameName>[1] & { readonly guardianName: string | null },
  { name, minor }: { readonly name: string; readonly minor: boolean },
): boolean {
  if (sameName(name, heir)) return true;
  return minor && heir.guardianName !== null && sameName(name, { name: heir.guardianName, nameLatin: null });
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·.,'’-]/gu, '')
    .toLowerCase();
}
