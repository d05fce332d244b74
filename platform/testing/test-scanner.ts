import { createServer, type Socket } from 'node:net';

/** How a simulated clamd behaves: as the real one (by a word it looks for), or badly. */
export type ScannerManner =
  | { readonly finds: string }
  | 'stays-silent'
  | 'reads-nothing'
  | 'refuses-the-length'
  | 'errs'
  | 'hangs-up';

export interface TestScanner {
  readonly address: { readonly host: string; readonly port: number };
  manner: ScannerManner;
  stop(): Promise<void>;
}

/** A program that listens as clamd does and speaks INSTREAM; `manner` may be changed between files. */
export async function testScanner(manner: ScannerManner): Promise<TestScanner> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined); // the other side went away, which some manners provoke
    serve(socket, scanner.manner);
  });
  const scanner: TestScanner = {
    address: { host: '127.0.0.1', port: 0 },
    manner,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  const port = typeof listening === 'object' && listening ? listening.port : 0;
  return Object.assign(scanner, { address: { host: '127.0.0.1', port } });
}

function serve(socket: Socket, manner: ScannerManner): void {
  if (manner === 'reads-nothing') return;
  if (manner === 'hangs-up') {
    socket.once('data', () => socket.destroy());
    return;
  }
  const hearing = listener(typeof manner === 'object' ? manner.finds : '');
  let come = 0;
  socket.on('data', (piece: Buffer) => {
    come += piece.length;
    if (manner === 'stays-silent') return;
    if (manner === 'refuses-the-length' && come > 100) {
      socket.end('INSTREAM size limit exceeded. ERROR\0');
      return;
    }
    const found = hearing(piece);
    if (found === null) return;
    if (typeof manner !== 'object') socket.end('stream: Access denied. ERROR\0');
    else socket.end(found ? 'stream: Test.Found-1 FOUND\0' : 'stream: OK\0');
  });
}

/** Hears what is sent, keeping no more than the word it looks for; whether it was there, once the piece of length zero comes. */
function listener(word: string): (bytes: Buffer) => boolean | null {
  let held: Buffer = Buffer.alloc(0);
  let [begun, left, found] = [false, 0, false];
  let carried: Buffer = Buffer.alloc(0);
  return (bytes) => {
    held = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
    if (!begun) {
      const end = held.indexOf(0);
      if (end === -1) return null;
      held = held.subarray(end + 1);
      begun = true;
    }
    while (held.length > 0) {
      if (left === 0) {
        if (held.length < 4) return null;
        left = held.readUInt32BE(0);
        held = held.subarray(4);
        if (left === 0) return found;
      }
      const part = held.subarray(0, left);
      const content = Buffer.concat([carried, part]);
      found ||= word !== '' && content.includes(word);
      carried = Buffer.from(content.subarray(-Math.max(word.length, 1)));
      left -= part.length;
      held = held.subarray(part.length);
    }
    return null;
  };
}
