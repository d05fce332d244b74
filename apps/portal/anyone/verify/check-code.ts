import { type Checked, checkLetter } from './checked.ts';
import { readCode } from './read-code.ts';
import { type KeySet, keySetSchema } from './signed.ts';
import type { Unread } from './verify-words.ts';

/** What a picture or a text comes to. Nothing but the agency's public keys is asked of anybody. */
export type Outcome = Extract<Checked, { readonly kind: 'genuine' }> | { readonly kind: Unread };

export async function checkPicture(file: Blob): Promise<Outcome> {
  if (await isPdf(file)) {
    const { codeInPdf } = await import('./read-pdf.ts');
    const text = await codeInPdf(new Uint8Array(await file.arrayBuffer()));
    return text === null ? { kind: 'pdf' } : checkText(text);
  }
  const read = await readCode(file);
  return typeof read === 'string' ? { kind: read } : checkText(read.text);
}

/** By its first bytes: what a file is called tells nothing. */
async function isPdf(file: Blob): Promise<boolean> {
  return (await file.slice(0, 5).text()) === '%PDF-';
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
