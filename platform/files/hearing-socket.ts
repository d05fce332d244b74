import { readSync } from 'node:fs';
import { Socket } from 'node:net';

/**
 * A socket that hears what was said to it before the other side hung up. A write that fails ends a socket of Node at once,
 * and an answer that had come by then, with the hanging-up behind it, would stay unread in the system's own buffer; here it
 * is read out first and emitted as data.
 */
export class HearingSocket extends Socket {
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const unread = error ? readOut(this) : Buffer.alloc(0);
    if (unread.length > 0) this.emit('data', unread);
    super._destroy(error, done);
  }
}

/** Never waits: the descriptor of a socket is non-blocking. Where the platform has none (Windows), nothing is read. */
function readOut(socket: Socket): Buffer {
  const { _handle: handle } = socket as { _handle?: { fd?: number } }; // Node has no public name for the descriptor
  const buffer = Buffer.alloc(4096);
  try {
    return buffer.subarray(0, readSync(handle?.fd ?? -1, buffer));
  } catch {
    return buffer.subarray(0, 0); // there was nothing, or no descriptor: the error says what happened
  }
}
