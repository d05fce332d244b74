import { join } from 'node:path';

/** The version that letters are issued with. A template that letters were issued with is never edited: a change is a new one. */
export const currentVersion = 1;

/** The template of a version, for the press. */
export function templateOf(version: number): string {
  return join(import.meta.dirname, 'templates', `letter-${version}.typ`);
}
