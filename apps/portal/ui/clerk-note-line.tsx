import { clerkNote } from './clerk-note.ts';
import { useSay } from './language.tsx';

/** What the clerk wrote with a paper that does not serve, below the reason; nothing where nothing was written. */
export function ClerkNote({ of }: { readonly of: Parameters<typeof clerkNote>[0] | undefined }) {
  const say = useSay();
  const note = of && clerkNote(of);
  return note ? <span className="small song clerk-note">{say(note)}</span> : null;
}
