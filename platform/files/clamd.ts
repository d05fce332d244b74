import type { Socket } from 'node:net';
import { HearingSocket } from './hearing-socket.ts';

/** What a virus scanner said of a file. Whatever is not a clear word of it is `failed`, never `clean`. */
export type ScanVerdict =
  | { readonly outcome: 'clean' }
  | { readonly outcome: 'infected'; readonly signature: string }
  | { readonly outcome: 'failed'; readonly why: ScanFailure };

export type ScanFailure = 'unreachable' | 'silent' | 'length-refused' | 'error';

/** Where clamd listens. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };

export interface Scanner {
  scan(source: AsyncIterable<Uint8Array>): Promise<ScanVerdict>;
}

/** A scanner by clamd’s INSTREAM. `silenceMs`: how long it may say and take nothing. */
export function clamdScanner(address: ClamdAddress, silenceMs = 30_000): Scanner {
  return { scan: (source) => scan(source, { address, silenceMs }) };
}

interface Asked {
  readonly address: ClamdAddress;
  readonly silenceMs: number;
}

async function scan(source: AsyncIterable<Uint8Array>, { address, silenceMs }: Asked): Promise<ScanVerdict> {
  const socket = new HearingSocket();
  socket.connect({ ...address });
  const answer = answerOf(socket, silenceMs);
  try {
    const fed = feed(socket, { source, answer }).catch(() => undefined); // the answer says what went wrong
    const verdict = await answer;
    await fed;
    return verdict;
  } finally {
    socket.destroy();
  }
}

/** `zINSTREAM`, pieces each with its length before it, and a length of zero. Ends early where the answer came already. */
async function feed(
  socket: Socket,
  { source, answer }: { readonly source: AsyncIterable<Uint8Array>; readonly answer: Promise<unknown> },
): Promise<void> {
  let answered = false;
  const done = answer.then(() => {
    answered = true;
  });
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (answered) return;
    // What the scanner has said already is heard first: the rest need not be sent then.
    await new Promise(setImmediate);
    if (answered || socket.write(bytes)) return;
    await Promise.race([done, new Promise((resolve) => socket.once('drain', resolve))]);
  };
  await write(Buffer.from('zINSTREAM\0'));
  for await (const piece of source) {
    if (answered) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    if (piece.length > 0) await write(Buffer.concat([length, piece]));
  }
  await write(Buffer.alloc(4));
}

/** Never rejects: what went wrong is an answer too. */
function answerOf(socket: Socket, silenceMs: number): Promise<ScanVerdict> {
  return new Promise((resolve) => {
    let heard = '';
    socket.setEncoding('utf8');
    socket.setTimeout(silenceMs, () => resolve({ outcome: 'failed', why: 'silent' }));
    socket.on('data', (piece) => {
      heard += piece.toString();
      const end = heard.search(/[\0\n]/);
      if (end !== -1) resolve(verdictOf(heard.slice(0, end)));
      else if (heard.length > 4096) resolve({ outcome: 'failed', why: 'error' });
    });
    socket.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ outcome: 'failed', why: error.syscall === 'connect' ? 'unreachable' : 'error' }),
    );
    socket.on('close', () => resolve({ outcome: 'failed', why: 'error' }));
  });
}

export function verdictOf(line: string): ScanVerdict {
  if (line === 'stream: OK') return { outcome: 'clean' };
  const [, signature] = /^stream: (.{1,200}) FOUND$/.exec(line) ?? [];
  if (signature !== undefined) return { outcome: 'infected', signature };
  return { outcome: 'failed', why: /size limit exceeded/i.test(line) ? 'length-refused' : 'error' };
}
