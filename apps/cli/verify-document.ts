import { readFileSync } from 'node:fs';
import { refuse } from '#basics';
import { letterDocument } from '#business/letters';
import { auditDocuments, type DocumentType, verifyDocument } from '#engines/audit';
import { verifierOf } from '#platform/signing';
import { conclude, type ExitCode, say } from './frame.ts';
import { keySetFrom } from './keys.ts';
import type { Shell } from './shell.ts';

/** Every sort of document that the agency signs; a room that signs another sort adds it here. */
const documentTypes: readonly DocumentType[] = [...auditDocuments, letterDocument];

/** `suixing verify-document FILE`: checks a signed document offline, with public keys and nothing else. */
export function verifyDocumentCommand(
  shell: Shell,
  { file, keys }: { readonly file: string; readonly keys: string | null },
): ExitCode {
  const set = keySetFrom(shell, keys);
  if (!set.ok) return conclude(shell, set, () => '');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return conclude(shell, refuse({ code: 'cli.unreadable-file', figures: { file } }), () => '');
  }
  const read = verifyDocument(text, { types: documentTypes, verifier: verifierOf(set.value) });
  return conclude(shell, read, ({ title, says }) =>
    [
      say(shell, { zh: `有效：${title.zh}`, en: `valid: ${title.en}` }),
      ...says.map(({ name, value }) => `  ${say(shell, name)}: ${value}`),
    ].join('\n'),
  );
}
