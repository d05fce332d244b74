import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { chosenBefore, keepChosen } from './chosen-kept.ts';
import { forgetLeaving } from './leaving-kept.ts';

interface Choosing {
  readonly chosen: string | null;
  readonly choose: (personId: string | null) => void;
}

const Choice = createContext<Choosing>({ chosen: null, choose: () => undefined });

/**
 * Of several people whom a login stands for, the one whose pages are open; kept by its id alone for as long as the window is open, so
 * that a page that is loaded again is still theirs, and in no address.
 */
export function ChosenProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, setChosen] = useState(chosenBefore);
  const value = useMemo(() => {
    const choose = (personId: string | null) => {
      keepChosen(personId);
      setChosen(personId);
    };
    return { chosen, choose };
  }, [chosen]);
  return <Choice.Provider value={value}>{children}</Choice.Provider>;
}

/** Forgets whoever was chosen, and who was to leave, when somebody signs out. */
export function useForgetChosen(): () => void {
  const { choose } = useContext(Choice);
  return () => {
    choose(null);
    forgetLeaving();
  };
}

/** The one that was chosen among these, or the only one there is; null where one has yet to be chosen, or nobody is there. */
export function useChosen(personIds: readonly string[]): Choosing {
  const { chosen, choose } = useContext(Choice);
  const [only = null] = personIds.length === 1 ? personIds : [];
  const isOver = chosen !== null && !personIds.includes(chosen);
  // Whom a login stands for no longer is not kept either.
  useEffect(() => {
    if (isOver) choose(null);
  }, [isOver, choose]);
  return { chosen: chosen !== null && !isOver ? chosen : only, choose };
}
