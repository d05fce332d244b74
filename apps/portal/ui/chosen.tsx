import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

interface Choosing {
  readonly chosen: string | null;
  readonly choose: (personId: string | null) => void;
}

const Choice = createContext<Choosing>({ chosen: null, choose: () => undefined });

/** Of several people whom a login stands for, the one whose pages are open; kept while the program runs, and in no address. */
export function ChosenProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, choose] = useState<string | null>(null);
  const value = useMemo(() => ({ chosen, choose }), [chosen]);
  return <Choice.Provider value={value}>{children}</Choice.Provider>;
}

/** The one that was chosen among these, or the only one there is; null where one has yet to be chosen, or nobody is there. */
export function useChosen(personIds: readonly string[]): Choosing {
  const { chosen, choose } = useContext(Choice);
  const [only = null] = personIds.length === 1 ? personIds : [];
  return { chosen: chosen !== null && personIds.includes(chosen) ? chosen : only, choose };
}
