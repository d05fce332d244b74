import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ok, type Result, refuse } from '#basics';

/** What lies on somebody’s disk is not written over: it may be another paper. */
export async function writeNew(file: string, bytes: AsyncIterable<Uint8Array>): Promise<Result<null>> {
  try {
    await pipeline(bytes, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    return ok(null);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException; // files fail with system errors
    if (syscall !== 'open') throw error;
    return refuse({ code: code === 'EEXIST' ? 'cli.file-there' : 'cli.unwritable-file', figures: { file } });
  }
}
