import { readFileSync } from 'node:fs';
import { ok, type Refusal, type Result, refuse } from '#basics';
import { letterDocument } from '#business/letters';
import { myDataDocument } from '#business/my-data';
import { auditDocuments, type DocumentType, verifyDocument } from '#engines/audit';
import { verifierOf } from '#platform/signing';
import { conclude, type ExitCode, say } from './frame.ts';
import { keySetFrom } from './keys.ts';
import type { Shell } from './shell.ts';

/** Every sort of document that the agency signs; a room that signs another sort adds it here. */
const documentTypes: readonly DocumentType[] = [...auditDocuments, letterDocument, myDataDocument];

/** `suixing verify-document FILE`: checks a signed document offline, with public keys and nothing else. */
export function verifyDocumentCommand(
  shell: Shell,
  { file, keys }: { readonly file: string; readonly keys: string | null },
): ExitCode {
  const document = textOf(file);
  if (!document.ok) return conclude(shell, document, () => '');
  const set = keySetFrom(shell, keys);
  if (!set.ok) return conclude(shell, set, () => '');
  const { value: text } = document;
  const read = verifyDocument(text, { types: documentTypes, verifier: verifierOf(set.value) });
  return conclude(shell, read, ({ title, says }) =>
    [
      say(shell, { zh: `有效：${title.zh}`, en: `valid: ${title.en}` }),
      ...says.map(({ name, value }) => `  ${say(shell, name)}: ${value}`),
    ].join('\n'),
  );
}

/** What everybody tries first is the letter itself: it is told apart from the text of its code. */
function textOf(file: string): Result<string, Refusal> {
  try {
    const bytes = readFileSync(file);
    const printed = printedHeads.some((head) => bytes.subarray(0, 1_024).includes(head));
    return printed ? refuse({ code: 'cli.code-to-scan', figures: { file } }) : ok(bytes.toString('utf8'));
  } catch {
    return refuse({ code: 'cli.unreadable-file', figures: { file } });
  }
}

/** How a PDF, a PNG and a JPEG begin. */
const printedHeads = [
  Buffer.from('%PDF-', 'latin1'),
  Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  Buffer.from([0xff, 0xd8, 0xff]),
];
