import type { Reader } from '#platform/postgres';
import { findCase } from './store.ts';

/** Whose case a number names, for the access log; nobody where there is no such case. */
export async function personsOfCase(reader: Reader, number: string | undefined): Promise<readonly string[]> {
  const file = number === undefined ? undefined : await findCase(reader, number);
  return file ? [file.ownerId] : [];
}
