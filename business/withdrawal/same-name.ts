import { sameName } from '#business/registry/public';

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
