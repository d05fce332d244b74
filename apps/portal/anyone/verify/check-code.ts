import { type Checked, checkLetter } from './checked.ts';
import { readCode } from './read-code.ts';
import { type KeySet, keySetSchema } from './signed.ts';
import type { Unread } from './verify-words.ts';

/** What a picture or a text comes to. Nothing but the agency's public keys is asked of anybody. */
export type Outcome = Extract<Checked, { readonly kind: 'genuine' }> | { readonly kind: Unread };

export async function checkPicture(file: Blob): Promise<Outcome> {
  if (file.type === 'application/pdf') return { kind: 'pdf' };
  const read = await readCode(file);
  return typeof read === 'string' ? { kind: read } : checkText(read.text);
}

export async function checkText(text: string): Promise<Outcome> {
  const keys = await publishedKeys();
  return keys ? checkLetter(text, keys) : { kind: 'no-keys' };
}

async function publishedKeys(): Promise<KeySet | null> {
  try {
    const answer = await fetch('/.well-known/suixing-keys.json');
    return answer.ok ? keySetSchema.parse(await answer.json()) : null;
  } catch {
    return null;
  }
}
