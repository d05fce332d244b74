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
  let held = Buffer.alloc(0);
  socket.on('data', (piece: Buffer) => {
    held = Buffer.concat([held, piece]);
    if (manner === 'stays-silent') return;
    if (manner === 'refuses-the-length' && held.length > 100) {
      socket.end('INSTREAM size limit exceeded. ERROR\0');
      return;
    }
    const told = isWhole(held);
    if (told === null) return;
    socket.end(typeof manner === 'object' ? saying(told, manner.finds) : 'stream: Access denied. ERROR\0');
  });
}

function saying(content: Buffer, word: string): string {
  return content.includes(word) ? 'stream: Test.Found-1 FOUND\0' : 'stream: OK\0';
}

/** What was sent, once the piece of length zero is there. */
function isWhole(held: Buffer): Buffer | null {
  const start = held.indexOf(0) + 1;
  const pieces: Buffer[] = [];
  for (let at = start; start > 0 && at + 4 <= held.length; ) {
    const length = held.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(held.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
