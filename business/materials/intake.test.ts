import { afterAll, describe, expect, test } from 'vitest';
import { type Draft, type FileStore, folderStore } from '#platform/files';
import { removeTemporaryFolder, temporaryFolder, testPdf, testRandom } from '#platform/testing';
import { makeIntake } from './intake.ts';

const folder = temporaryFolder();
const files = folderStore(folder);
afterAll(() => removeTemporaryFolder(folder));

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100);
}

/** The same store, which tells how many drafts are read at once. */
function watched(): { readonly store: FileStore; readonly most: () => number } {
  let [reading, most] = [0, 0];
  function open(draft: Draft): AsyncIterable<Uint8Array> {
    async function* told(): AsyncGenerator<Uint8Array> {
      reading += 1;
      most = Math.max(most, reading);
      yield* draft.open();
      reading -= 1;
    }
    return told();
  }
  const receive: FileStore['receive'] = async (source) => {
    const draft = await files.receive(source);
    return { ...draft, open: () => open(draft) };
  };
  return { store: { ...files, receive }, most: () => most };
}

describe('Taking files in', () => {
  test('holds no more than so many in memory, however many come, and leaves no draft behind', async () => {
    const { store, most } = watched();
    const intake = makeIntake({ files: store, scanner: null, random: testRandom(1), atOnce: 2 });
    const taken = await Promise.all(
      Array.from({ length: 12 }, (_, at) => intake.take(pieces(testPdf({ text: `${at}` })))),
    );
    expect(taken.every(({ ok }) => ok)).toBe(true);
    expect(most()).toBe(2);
    expect(await Array.fromAsync(files.listDrafts())).toEqual([]);
  });

  test('goes on with the others where one fails, and a refused one leaves nothing', async () => {
    const intake = makeIntake({ files, scanner: null, random: testRandom(2), atOnce: 1 });
    const before = (await Array.fromAsync(files.list())).length;
    const bad = testPdf({ root: '/A << /S /Launch >>' });
    const told = await Promise.all(
      [bad, testPdf(), bad, testPdf()].map((bytes) => intake.take(pieces(bytes))),
    );
    expect(told.map((one) => (one.ok ? 'taken' : one.refusal.code))).toEqual([
      ...['materials.active-content', 'taken', 'materials.active-content', 'taken'],
    ]);
    expect((await Array.fromAsync(files.list())).length).toBe(before + 2);
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield testPdf();
      throw new Error('the line went dead');
    }
    await expect(intake.take(broken())).rejects.toThrow('the line went dead');
    expect(await Array.fromAsync(files.listDrafts())).toEqual([]);
  });
});
