import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Autosave, SaveState } from './autosave.ts';

/** What is being written as a page shows it, and how far its saving is. */
export interface Written<C> {
  readonly content: C;
  readonly state: SaveState<C>;
}

/**
 * Watches something that saves itself. It is made where several pages write to it (`makeAutosave`), so that going from one to
 * the next neither waits nor loses anything; what is not saved yet goes off at once when the page is put away.
 */
export function useAutosave<C>(autosave: Autosave<C>): Written<C> {
  const { subscribe } = autosave;
  const content = useSyncExternalStore(
    subscribe,
    useCallback(() => autosave.content(), [autosave]),
  );
  const state = useSyncExternalStore(
    subscribe,
    useCallback(() => autosave.state(), [autosave]),
  );
  useEffect(() => {
    const save = () => void autosave.flush();
    const whenHidden = () => document.visibilityState === 'hidden' && save();
    const warn = (event: BeforeUnloadEvent) => {
      if (autosave.state().is !== 'saved') event.preventDefault();
    };
    addEventListener('online', save);
    addEventListener('pagehide', save);
    addEventListener('beforeunload', warn);
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      removeEventListener('online', save);
      removeEventListener('pagehide', save);
      removeEventListener('beforeunload', warn);
      document.removeEventListener('visibilitychange', whenHidden);
    };
  }, [autosave]);
  return { content, state };
}
