import type { Text } from '#basics';
import type { Reader } from '#platform/postgres';

/** What an office is called; its id where it is not on record. */
export async function officeName(reader: Reader, id: string): Promise<Text> {
  const row = await reader.row<Text>('SELECT name_zh AS zh, name_en AS en FROM office WHERE id = $1', [id]);
  return row ?? { zh: id, en: id };
}
