import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { removeTemporaryFolder, temporaryFolder } from '#platform/testing';
import { putFile } from './file-store.ts';
import { folderStore } from './folder-store.ts';

const folder = temporaryFolder();
const store = folderStore(join(folder, 'files'));
afterAll(() => removeTemporaryFolder(folder));

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

describe('A stored file', () => {
  test('lies under the hash of its bytes, readable by the owner only, and reads as it was put', async () => {
    const { name, bytes } = await putFile(store, pieces('one ', 'paper'));
    expect(name).toBe('ebe7037b306c39416d9c84ff9acdaa37a005418f9254fc35c64506c6fb43e19c');
    expect(bytes).toBe(9);
    const place = join(folder, 'files', name.slice(0, 2), name);
    expect(readFileSync(place, 'utf8')).toBe('one paper');
    expect(statSync(place).mode & 0o077).toBe(0);
    expect(Buffer.concat(await Array.fromAsync(store.open(name))).toString()).toBe('one paper');
    expect(await store.lengthOf(name)).toBe(9);
    expect((await Array.fromAsync(store.list())).map((file) => file.name)).toContain(name);
  });

  test('is not there at all where its stream breaks off', async () => {
    const before = (await Array.fromAsync(store.list())).length;
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('the line went dead');
    }
    await expect(putFile(store, broken())).rejects.toThrow('the line went dead');
    expect((await Array.fromAsync(store.list())).length).toBe(before);
    expect(await Array.fromAsync(store.listDrafts())).toEqual([]);
  });

  test('has no name until it is kept, and none when it is dropped', async () => {
    const draft = await store.receive(pieces('not yet'));
    expect(await store.lengthOf(draft.sha256)).toBeNull();
    expect(await Array.fromAsync(store.listDrafts())).toHaveLength(1);
    await draft.drop();
    expect(readdirSync(join(folder, 'files', 'incoming'))).toEqual([]);
  });

  test('is removed by its name, and what a killed process left is listed and removed', async () => {
    const { name } = await putFile(store, pieces('to go'));
    await store.remove(name);
    expect(await store.lengthOf(name)).toBeNull();
    writeFileSync(join(folder, 'files', 'incoming', '00000000-0000-4000-8000-000000000000.part'), 'half');
    const [left] = await Array.fromAsync(store.listDrafts());
    expect(left?.bytes).toBe(4);
    await store.removeDraft(left?.name ?? '');
    expect(await Array.fromAsync(store.listDrafts())).toEqual([]);
  });

  test('is reached by no path: a name is 64 hexadecimal digits', () => {
    for (const name of ['../../etc/passwd', '', 'a'.repeat(63), `${'a'.repeat(64)}/..`, 'A'.repeat(64)]) {
      expect(() => store.open(name)).toThrow('64 hexadecimal digits');
    }
    expect(existsSync(join(folder, 'etc'))).toBe(false);
  });
});
