import type { Text } from '#basics';

/** A paper that was handed in, or said not to apply, and what the clerk said of it. */
interface Judged {
  readonly why: { readonly text: Text } | null;
  readonly given: readonly { readonly verdict: { readonly note: string } | null }[];
}

/** What the clerk wrote with the last refusal of a paper, as every page that says why it is asked for again tells it; null where nothing was. */
export function clerkNote({ why, given }: Judged): Text | null {
  const note = given.at(-1)?.verdict?.note.trim() ?? '';
  if (why === null || note === '') return null;
  return { zh: `经办人员说明：${note}`, en: `The officer adds: ${note}` };
}
