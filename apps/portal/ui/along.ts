import { createContext, useContext } from 'react';
import { type Kept, keep, readKept } from './window-kept.ts';

/** What goes along where somebody reads on in the other language, which is another page to the browser. */
export interface Along {
  /** What the steps before had handed on, such as the page that they came for. */
  readonly state: unknown;
  /** What was typed, by the field; never a password, nor a code that opens something. */
  readonly typed: Readonly<Record<string, string>>;
}

const name = 'suixing.along';
const nothing: Along = { state: null, typed: {} };

/** Fields of codes that open something: they are typed again. */
const codes: readonly string[] = ['code', 'totp'];

/** Puts it by for the page of this whole path in the other language, which takes it as it opens: it stands in no address and reaches no server. */
export function putAlong(path: string, along: Along, kept?: () => Kept): void {
  const typed = Object.fromEntries(Object.entries(along.typed).filter(([field]) => !codes.includes(field)));
  if (along.state === null && Object.keys(typed).length === 0) return;
  keep(name, JSON.stringify({ path, state: along.state, typed }), kept);
}

/** Takes what was put by, once and for this path only; afterwards it is kept nowhere. */
export function takeAlong(path: string, kept?: () => Kept): Along {
  const text = readKept(name, kept);
  keep(name, null, kept);
  if (text === null) return nothing;
  const { path: of, state, typed } = JSON.parse(text) as Along & { readonly path: string }; // as `putAlong` wrote it
  return of === path ? { state, typed } : nothing;
}

/** What stands in the forms that go along. */
export function typedHere(): Along['typed'] {
  const fields = document.querySelectorAll<HTMLInputElement>(
    'form[data-along] :is(input:not([type="password"]), select)',
  );
  return Object.fromEntries([...fields].map(({ id, value }) => [id, value]));
}

const Brought = createContext<Along['typed']>({});
export const AlongProvider = Brought.Provider;

/** What had been typed in the other language, for a form that marks itself with `data-along`. */
export function useTypedAlong(): Along['typed'] {
  return useContext(Brought);
}
