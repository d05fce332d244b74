import type { Reader } from '#platform/postgres';
import type { Holder } from './assignment.ts';

/** Officers as colleagues are told of them. */
export function officersNamed(reader: Reader, ids: readonly string[]): Promise<readonly Holder[]> {
  return reader.rows<Holder>(
    `SELECT id, login_name AS "loginName", name_zh AS "nameZh", name_en AS "nameEn" FROM officer WHERE id = ANY ($1)`,
    [ids],
  );
}

/** Who has a case in hand; null for nobody. */
export async function holderOf(
  reader: Reader,
  { assignedTo }: { readonly assignedTo: string | null },
): Promise<Holder | null> {
  if (assignedTo === null) return null;
  const [holder] = await officersNamed(reader, [assignedTo]);
  return holder ?? null;
}

/** A clerk at work by their login name; undefined where there is none. */
export function clerkByLoginName(reader: Reader, loginName: string): Promise<Holder | undefined> {
  return reader.row<Holder>(
    `SELECT id, login_name AS "loginName", name_zh AS "nameZh", name_en AS "nameEn" FROM officer
      WHERE login_name = $1 AND active AND 'clerk' = ANY (roles)`,
    [loginName],
  );
}
