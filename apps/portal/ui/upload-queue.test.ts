import { expect, it } from 'vitest';
import { Refused } from './api.ts';
import { cannotBeSent, nameOf, type Sending, sizeOf, type TakenFile } from './send-file.ts';
import { makeUploadQueue, mayGoAgain } from './upload-queue.ts';

const offline = new Refused({
  ...{ code: 'portal.offline', reference: null, problems: [] },
  ...{ detail: { zh: '没有成', en: 'It was not done' }, next: { zh: '再试', en: 'Try again' } },
});
const file = (name: string, size = 10, type = 'image/jpeg') => new File(['x'.repeat(size)], name, { type });

/** A line that answers when it is told to. */
function line() {
  const asked: (Sending & { ok: (taken: TakenFile) => void; lost: () => void })[] = [];
  const taken: string[] = [];
  const queue = makeUploadQueue({
    number: 'SZ-1',
    send: (sending) =>
      new Promise((ok, refuse) => asked.push({ ...sending, ok, lost: () => refuse(offline) })),
    onTaken: ({ fileId }) => taken.push(fileId),
  });
  const settled = () => new Promise((done) => setTimeout(done, 0));
  return { queue, asked, taken, settled };
}

const kept = (fileId: string): TakenFile => ({ fileId, kind: 'jpeg', bytes: 10, scan: 'clean' });

it('files go one after the other in the order in which they were chosen, and tell how far they are', async () => {
  const { queue, asked, taken, settled } = line();
  queue.add([file('a.jpg'), file('b.jpg')]);
  asked[0]?.onProgress(0.4);
  expect(queue.items().map(({ is, sent }) => [is, sent])).toEqual([
    ['going', 0.4],
    ['waiting', 0],
  ]);
  asked[0]?.ok(kept('fil_a'));
  await settled();
  asked[1]?.ok(kept('fil_b'));
  await settled();
  expect(taken).toEqual(['fil_a', 'fil_b']);
  expect(queue.items()).toEqual([]);
});

it('a file that stopped for want of a connection goes again by itself, with its key', async () => {
  const { queue, asked, taken, settled } = line();
  queue.add([file('a.jpg')]);
  asked[0]?.lost();
  await settled();
  expect(queue.items()).toMatchObject([{ is: 'stopped', problem: { code: 'portal.offline' } }]);
  queue.online();
  expect(asked[1]?.key).toBe(asked[0]?.key);
  asked[1]?.ok(kept('fil_a'));
  await settled();
  expect(taken).toEqual(['fil_a']);
});

it('what is dropped on its way is taken for nothing, and what cannot be taken is not sent', async () => {
  const { queue, asked, taken, settled } = line();
  queue.add([file('a.jpg'), file('letter.docx', 10, 'application/msword'), file('empty.pdf', 0)]);
  expect(queue.items().map(({ wrong }) => wrong)).toEqual([null, 'wrong-kind', 'empty']);
  queue.drop(asked[0]?.key ?? '');
  asked[0]?.ok(kept('fil_a'));
  await settled();
  expect(taken).toEqual([]);
  expect(asked).toHaveLength(1);
  expect(cannotBeSent({ name: 'a.pdf', type: '', size: 20 * 1024 * 1024 })).toBeNull();
  expect(cannotBeSent({ name: 'a.pdf', type: '', size: 20 * 1024 * 1024 + 1 })).toBe('too-large');
});

it('a file’s name is sent without what no name may hold, and with the end that it is', () => {
  expect(nameOf({ name: 'IMG_0001.HEIC', type: 'image/jpeg' })).toBe('IMG_0001.jpg');
  expect(nameOf({ name: ' 身份证 (正面)/..\u202e.png', type: 'image/png' })).toBe('身份证 (正面).png');
  expect(nameOf({ name: 'scan.final.pdf', type: '' })).toBe('scan final.pdf');
  expect(nameOf({ name: '.jpg', type: 'image/jpeg' })).toBe('jpg.jpg');
});

it('a file that is not taken for what it is cannot be sent again, only taken away; one that was cut off can', () => {
  const stopped = (code: string) => mayGoAgain({ is: 'stopped', problem: { ...offline.problem, code } });
  expect(['materials.unknown-type', 'materials.encrypted', 'materials.infected'].some(stopped)).toBe(false);
  expect(['portal.offline', 'materials.truncated', 'materials.case-full'].every(stopped)).toBe(true);
  expect(mayGoAgain({ is: 'going', problem: null })).toBe(false);
});

it('the size of a file is told in bytes as long as it has few', () => {
  expect([9, 0, 1024, 348_000, 2_200_000].map(sizeOf)).toEqual(['9 B', '0 B', '1 KB', '340 KB', '2.1 MB']);
});
