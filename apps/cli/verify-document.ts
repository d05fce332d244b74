import { readFileSync } from 'node:fs';
import { ok, type Refusal, type Result, refuse } from '#basics';
import { letterDocument } from '#business/letters';
import { myDataDocument } from '#business/my-data';
import { auditDocuments, type DocumentType, verifyDocument } from '#engines/audit';
import { verifierOf } from '#platform/signing';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import { keySetFrom } from './keys.ts';
import type { Shell } from './shell.ts';

/** Every sort of document that the agency signs; a room that signs another sort adds it here. */
const documentTypes: readonly DocumentType[] = [...auditDocuments, letterDocument, myDataDocument];

/**
 * `suixing verify-document FILE`: checks a signed document offline, with public keys and nothing else. Out of a letter's PDF it reads
 * the code that is printed on it.
 */
export async function verifyDocumentCommand(
  shell: Pick<Shell, keyof Frame | 'config'>,
  { file, keys }: { readonly file: string; readonly keys: string | null },
): Promise<ExitCode> {
  const document = await textOf(file);
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

/** What everybody tries first is the letter itself: its code is read out of a PDF, and a picture is told apart from the code's text. */
async function textOf(file: string): Promise<Result<string, Refusal>> {
  const bytes = readWhole(file);
  if (bytes === null) return refuse({ code: 'cli.unreadable-file', figures: { file } });
  const head = bytes.subarray(0, 1_024);
  if (head.includes('%PDF-', 0, 'latin1')) {
    const { codeInPdf } = await import('#apps/portal/public');
    const code = await codeInPdf(bytes);
    return code === null ? refuse({ code: 'cli.no-code-in-pdf', figures: { file } }) : ok(code);
  }
  const picture = pictureHeads.some((each) => head.includes(each));
  return picture ? refuse({ code: 'cli.code-to-scan', figures: { file } }) : ok(bytes.toString('utf8'));
}

function readWhole(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** How a PNG and a JPEG begin. */
const pictureHeads = [Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from([0xff, 0xd8, 0xff])];
