/** Whether a name that was written, on a bank account for one, is the person's own: in characters or in Latin letters, spaces and case aside. */
export function sameName(
  written: string,
  person: { readonly name: string; readonly nameLatin: string | null },
): boolean {
  const plain = plainName(written);
  return [person.name, person.nameLatin].some((own) => own !== null && plainName(own) === plain);
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·.,'’-]/gu, '')
    .toLowerCase();
}
