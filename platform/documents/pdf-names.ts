import type { DocumentProblem } from './problem.ts';

/** Names with every `#xx` written out as the character that it stands for. */
export function plainNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_all, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/**
 * What a PDF must not hold, by its names. Those that are long enough to come up by chance in nobody's picture data are looked
 * for everywhere; short ones only where objects stand.
 */
export function dangerIn(
  text: string,
  { everywhere }: { readonly everywhere: boolean },
): DocumentProblem | null {
  if (encrypts.test(text)) return 'encrypted';
  if (attaches.test(text)) return 'attachments';
  if (acts.test(text) || (!everywhere && actsShort.test(text))) return 'active-content';
  return null;
}

const encrypts = /\/Encrypt(?![A-Za-z0-9])/;
const attaches = /\/(?:EmbeddedFiles?|Collection|GoToE)(?![A-Za-z0-9])/;
const acts =
  /\/(?:JavaScript|Launch|RichMedia(?:Content|Settings)?|SubmitForm|ImportData|Rendition|GoTo3DView)(?![A-Za-z0-9])/;
const actsShort = /\/(?:JS|XFA|Movie|Sound)(?![A-Za-z0-9])/;
