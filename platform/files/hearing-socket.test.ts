import { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { HearingSocket } from './hearing-socket.ts';

/** In a thread of its own, so that it can answer and hang up while this one stands still between looking and writing. */
const answersAndHangsUp = `
  const { createServer } = require('node:net');
  const { parentPort, workerData } = require('node:worker_threads');
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    socket.on('error', () => undefined);
    socket.write('INSTREAM size limit exceeded. ERROR\\0', () => socket.destroy());
    socket.on('close', () => {
      Atomics.store(workerData, 0, 1);
      Atomics.notify(workerData, 0);
    });
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

async function heardBy(socket: Socket): Promise<string> {
  const hungUp = new Int32Array(new SharedArrayBuffer(4));
  const other = new Worker(answersAndHangsUp, { eval: true, workerData: hungUp });
  const port = await new Promise<number>((resolve) => other.once('message', resolve));
  let heard = '';
  socket.on('data', (piece) => {
    heard += piece.toString();
  });
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.connect({ host: '127.0.0.1', port }, () => {
    Atomics.wait(hungUp, 0, 0);
    for (let piece = 0; piece < 3; piece += 1) socket.write('more of the file');
  });
  await closed;
  await other.terminate();
  return heard;
}

test('an answer that came before a write failed is heard, which a socket of Node loses', async () => {
  expect(await heardBy(new HearingSocket())).toBe('INSTREAM size limit exceeded. ERROR\0');
  expect(await heardBy(new Socket())).toBe('');
});
