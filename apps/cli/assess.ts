import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { assessStream, scheduleOf, unreadableInput } from '#business/inquiry';

/** What `suixing assess FILE|-` was given. */
export interface AssessCommand {
  /** A file's path, or `-` for standard input. */
  readonly input: string;
  /** Of the agency, six digits: it decides by its own rules and no others. */
  readonly region: string;
  readonly stdin: Readable;
  readonly stdout: Writable;
}

/** Large reads: a file of requests is read a few hundred times rather than thousands of times. */
const readBytes = 1024 * 1024;

/**
 * Assesses a file or standard input; always JSON, and nothing else, on standard output. Exit code 0, 2 where something in
 * the input was bad, 1 where the answers could not be written.
 */
export async function assessCommand({ input, region, stdin, stdout }: AssessCommand): Promise<0 | 1 | 2> {
  const chunks = input === '-' ? stdin : createReadStream(input, { highWaterMark: readBytes });
  let unreadable = false;
  chunks.on('error', () => {
    unreadable = true;
  });
  // A reader that goes away (`suixing assess … | head`) is no fault of ours.
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  stdout.on('error', leave);
  stdout.on('close', leave);
  try {
    const write = async (bytes: Uint8Array): Promise<void> => {
      gone.signal.throwIfAborted();
      if (!stdout.write(bytes)) await once(stdout, 'drain', { signal: gone.signal });
    };
    const { bad } = await assessStream({ chunks, write }, { schedule: scheduleOf(region) });
    return bad ? 2 : 0;
  } catch (fault) {
    if (gone.signal.aborted) return 1;
    if (!unreadable) throw fault;
    stdout.write(`${JSON.stringify(unreadableInput(input))}\n`);
    return 2;
  } finally {
    stdout.off('close', leave);
  }
}
