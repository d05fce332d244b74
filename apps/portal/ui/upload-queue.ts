import { newKey, type Problem } from './api.ts';
import { problemOf } from './problem-of.ts';
import { cannotBeSent, type Sending, sendFile, type TakenFile, type WrongFile } from './send-file.ts';

/** A file on its way: one at a time goes, the others wait in the order in which they were chosen. */
export interface OnItsWay {
  readonly key: string;
  readonly file: File;
  /** The page that it comes in the place of. */
  readonly instead: string | null;
  readonly is: 'waiting' | 'going' | 'stopped' | 'wrong';
  /** From 0 to 1. */
  readonly sent: number;
  /** Why it stopped. */
  readonly problem: Problem | null;
  readonly wrong: WrongFile | null;
}

export interface UploadQueue {
  items(): readonly OnItsWay[];
  add(files: Iterable<File>, instead?: string | null): void;
  again(key: string): void;
  drop(key: string): void;
  /** Everything that stopped for want of a connection goes again. */
  online(): void;
  subscribe(changed: () => void): () => void;
}

/** Whether the same file may be taken when it is sent again; one that the agency will not have for what it is never is. */
export function mayGoAgain({ is, problem }: Pick<OnItsWay, 'is' | 'problem'>): boolean {
  return is === 'stopped' && !notTaken.has(problem?.code ?? '');
}

type Send = (sending: Sending) => Promise<TakenFile>;
type Taken = (taken: TakenFile, item: OnItsWay) => void;

/** Files go one after the other; one that stops for want of a connection goes again, with its key, once there is one. */
export function makeUploadQueue(of: {
  readonly number: string;
  readonly send?: Send;
  readonly onTaken: Taken;
}): UploadQueue {
  const line: Line = { send: sendFile, ...of, items: [], going: null, listeners: new Set() };
  return {
    items: () => line.items,
    add(files, instead = null) {
      const added = [...files].map((file): OnItsWay => {
        const wrong = cannotBeSent(file);
        return {
          key: newKey(),
          file,
          instead,
          is: wrong ? 'wrong' : 'waiting',
          sent: 0,
          problem: null,
          wrong,
        };
      });
      put(line, [...line.items, ...added]);
      void next(line);
    },
    again(key) {
      change(line, key, { is: 'waiting', problem: null });
      void next(line);
    },
    drop(key) {
      if (line.going?.key === key) line.going.stop.abort();
      put(
        line,
        line.items.filter((item) => item.key !== key),
      );
    },
    online() {
      for (const { key, problem } of line.items)
        if (problem && passing.has(problem.code)) change(line, key, { is: 'waiting', problem: null });
      void next(line);
    },
    subscribe(changed) {
      line.listeners.add(changed);
      return () => line.listeners.delete(changed);
    },
  };
}

/** What changes while files are on their way. */
interface Line {
  readonly number: string;
  readonly send: Send;
  readonly onTaken: Taken;
  items: readonly OnItsWay[];
  going: { readonly key: string; readonly stop: AbortController } | null;
  readonly listeners: Set<() => void>;
}

function put(line: Line, items: readonly OnItsWay[]): void {
  line.items = items;
  for (const changed of line.listeners) changed();
}

function change(line: Line, key: string, to: Partial<OnItsWay>): void {
  put(
    line,
    line.items.map((item) => (item.key === key ? { ...item, ...to } : item)),
  );
}

async function next(line: Line): Promise<void> {
  const item = line.going === null ? line.items.find(({ is }) => is === 'waiting') : undefined;
  if (!item) return;
  const { key, file } = item;
  const stop = new AbortController();
  line.going = { key, stop };
  change(line, key, { is: 'going', sent: 0, problem: null });
  try {
    const onProgress = (sent: number) => change(line, key, { sent });
    const taken = await line.send({ number: line.number, file, key, onProgress, signal: stop.signal });
    put(
      line,
      line.items.filter((each) => each.key !== key),
    );
    if (!stop.signal.aborted) line.onTaken(taken, item);
  } catch (error) {
    change(line, key, { is: 'stopped', problem: problemOf(error as Error) }); // whatever it is
  }
  line.going = null;
  void next(line);
}

const passing: ReadonlySet<string> = new Set(['portal.offline', 'portal.no-answer', 'http.broken-off']);

const notTaken: ReadonlySet<string> = new Set([
  ...['materials.empty', 'materials.unknown-type', 'materials.not-a-photo-we-take', 'materials.office-file'],
  ...['materials.web-page', 'materials.malformed', 'materials.too-many-pixels', 'materials.file-too-large'],
  ...['materials.inflates-too-much', 'materials.hidden-content', 'materials.encrypted', 'materials.infected'],
  ...['materials.active-content', 'materials.attachments', 'materials.bad-name', 'materials.case-closed'],
]);
