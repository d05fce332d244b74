import { newKey, type Problem, Refused } from './api.ts';
import { problemOf } from './problem-of.ts';

/** What is kept of something that is being written: the content and which saving of it this is. */
export interface Kept<C> {
  readonly version: number;
  /** The instant of its last saving; null where it was never saved. */
  readonly savedAt: string | null;
  readonly content: C;
}

export type SaveState<C> =
  | { readonly is: 'saved'; readonly at: string | null }
  | { readonly is: 'saving' }
  /** Tried again by itself until there is a connection. */
  | { readonly is: 'offline' }
  /** Saved somewhere else since it was read here; nothing is written until the person has chosen. */
  | { readonly is: 'newer'; readonly newer: Kept<C> }
  | { readonly is: 'refused'; readonly problem: Problem };

export interface Autosave<C> {
  /** As it is written now, saved or not. */
  content(): C;
  version(): number;
  state(): SaveState<C>;
  write(content: C): void;
  /** Saves at once what is not saved yet; whether everything is saved now. */
  flush(): Promise<boolean>;
  /** Whether the whole of it has gone out, though no answer is there yet. */
  underway(): boolean;
  /** Goes on with what was saved somewhere else. */
  takeNewer(): void;
  /** Goes on with what stands here, over what was saved somewhere else. */
  keepMine(): void;
  subscribe(changed: () => void): () => void;
  /** Tries no more. */
  stop(): void;
}

interface Saving<C> {
  readonly kept: Kept<C>;
  /** Answers the version that it made and when, and nothing else; throws a `Refused` whose problem carries the newer one where there is one. */
  readonly save: (content: C, seen: number, key: string) => Promise<Omit<Kept<C>, 'content'>>;
  /** After how many milliseconds without another change it is saved. */
  readonly pause?: number;
  /** After how many it is tried again where there was no connection. */
  readonly again?: number;
}

/**
 * Saves what is written, a moment after each change, one saving at a time and always the whole. A saving that may have arrived
 * is sent again with its key, so that it counts once; one that meets a newer version overwrites nothing.
 */
export function makeAutosave<C>({ kept, save, pause = 400, again = 1_500 }: Saving<C>): Autosave<C> {
  const { content, version, savedAt } = kept;
  const of: Machine<C> = {
    ...{ content, version, savedAt, save, again, state: { is: 'saved', at: savedAt }, changed: false },
    ...{ sent: null, busy: null, timer: null, listeners: new Set() },
  };
  return {
    content: () => of.content,
    version: () => of.version,
    state: () => of.state,
    write(next) {
      Object.assign(of, { content: next, changed: true });
      const { is } = of.state;
      show(of, is === 'newer' || is === 'offline' ? { ...of.state } : { is: 'saving' });
      if (is !== 'newer') later(of, pause);
    },
    async flush() {
      await go(of);
      // What was written while that was on its way.
      if (of.changed && of.state.is === 'saved') await go(of);
      return of.state.is === 'saved';
    },
    underway: () => of.state.is === 'saving' && of.sent?.content === of.content,
    takeNewer() {
      if (of.state.is !== 'newer') return;
      const { newer } = of.state;
      Object.assign(of, { ...newer, changed: false });
      show(of, { is: 'saved', at: newer.savedAt });
    },
    keepMine() {
      if (of.state.is !== 'newer') return;
      of.version = of.state.newer.version;
      show(of, { is: 'saving' });
      void go(of);
    },
    subscribe(changed) {
      of.listeners.add(changed);
      return () => of.listeners.delete(changed);
    },
    stop() {
      if (of.timer !== null) clearTimeout(of.timer);
      of.listeners.clear();
    },
  };
}

/** What changes while something is being written. */
interface Machine<C> extends Pick<Saving<C>, 'save'> {
  content: C;
  version: number;
  savedAt: string | null;
  state: SaveState<C>;
  /** Whether there is something that was not sent yet. */
  changed: boolean;
  /** What was sent and may have arrived though no answer did: it goes first, as it was, under its key. */
  sent: { readonly content: C; readonly key: string } | null;
  busy: Promise<void> | null;
  timer: ReturnType<typeof setTimeout> | null;
  readonly again: number;
  readonly listeners: Set<() => void>;
}

function show<C>(of: Machine<C>, state: SaveState<C>): void {
  of.state = state;
  for (const told of of.listeners) told();
}

function later<C>(of: Machine<C>, after: number): void {
  if (of.timer !== null) clearTimeout(of.timer);
  of.timer = setTimeout(() => void go(of), after);
}

function go<C>(of: Machine<C>): Promise<void> {
  if (of.timer !== null) clearTimeout(of.timer);
  of.timer = null;
  of.busy ??= saveAll(of).finally(() => {
    of.busy = null;
  });
  return of.busy;
}

async function saveAll<C>(of: Machine<C>): Promise<void> {
  while ((of.sent !== null || of.changed) && of.state.is !== 'newer') {
    of.sent ??= { content: of.content, key: newKey() };
    if (of.sent.content === of.content) of.changed = false;
    show(of, { is: 'saving' });
    try {
      Object.assign(of, await of.save(of.sent.content, of.version, of.sent.key));
      of.sent = null;
    } catch (error) {
      return failed(of, error instanceof Error ? error : new Error(String(error)));
    }
  }
  if (of.state.is === 'saving') show(of, { is: 'saved', at: of.savedAt });
}

function failed<C>(of: Machine<C>, error: Error): void {
  of.changed = true;
  const problem = problemOf(error);
  const newer = newerIn<C>(problem);
  if (!newer && mayPass(error)) {
    show(of, { is: 'offline' });
    later(of, of.again);
    return;
  }
  of.sent = null;
  show(of, newer ? { is: 'newer', newer } : { is: 'refused', problem });
}

/** Whether it may be over in a moment, or once somebody has signed in again; a fault of ours may, too. */
function mayPass(error: Error): boolean {
  return !(error instanceof Refused) || passing.has(error.problem.code);
}

const passing: ReadonlySet<string> = new Set([
  ...['portal.offline', 'portal.no-answer', 'http.not-signed-in', 'access.no-session'],
  ...['http.unavailable', 'http.too-many', 'http.fault'],
]);

/** The newer version that a refusal carries. */
function newerIn<C>({ current }: Problem): Kept<C> | null {
  if (typeof current !== 'object' || current === null || !('content' in current)) return null;
  return current as Kept<C>; // as the operation refuses it: version, instant and content
}
