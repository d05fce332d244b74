import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { carriedAtMost } from './api.ts';
import { type Autosave, makeAutosave, type SaveState } from './autosave.ts';
import { leavesFor } from './leaving-click.ts';

/** What is being written as a page shows it, and how far its saving is. */
export interface Written<C> {
  readonly content: C;
  readonly state: SaveState<C>;
}

/**
 * Watches something that saves itself. It is made where several pages write to it (`makeAutosave`), so that going from one to
 * the next neither waits nor loses anything; what is not saved yet goes off at once when the page is put away. A link out of the
 * program is followed once it is saved, and the browser asks first only where saving did not go out.
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
      save();
      const carried = autosave.underway() && JSON.stringify(autosave.content()).length < carriedAtMost - 500;
      if (autosave.state().is !== 'saved' && !(carried && navigator.onLine)) event.preventDefault();
    };
    const leave = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const to = leavesFor(event, link, location.href);
      if (to === null || autosave.state().is === 'saved') return;
      event.preventDefault();
      void autosave.flush().finally(() => location.assign(to));
    };
    addEventListener('online', save);
    addEventListener('pagehide', save);
    addEventListener('beforeunload', warn);
    document.addEventListener('visibilitychange', whenHidden);
    document.addEventListener('click', leave);
    return () => {
      document.removeEventListener('click', leave);
      removeEventListener('online', save);
      removeEventListener('pagehide', save);
      removeEventListener('beforeunload', warn);
      document.removeEventListener('visibilitychange', whenHidden);
    };
  }, [autosave]);
  return { content, state };
}

/**
 * Makes something that saves itself, for all the pages that write to it: what is not saved goes off when the last is put away.
 * `taken` counts how often a version from elsewhere was gone on with: what somebody typed stays in its fields until then.
 */
export function useSavingItself<C>(made: Parameters<typeof makeAutosave<C>>[0]): {
  readonly autosave: Autosave<C>;
  readonly taken: number;
} {
  const [taken, setTaken] = useState(0);
  const [autosave] = useState(() => {
    const own = makeAutosave<C>(made);
    const takeNewer = () => {
      own.takeNewer();
      setTaken((times) => times + 1);
    };
    return { ...own, takeNewer };
  });
  useEffect(() => () => void autosave.flush(), [autosave]);
  return { autosave, taken };
}
