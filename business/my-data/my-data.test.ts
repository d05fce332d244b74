import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyDocument } from '#engines/audit';
import { keySetOf, newSigningKey, signerAt, verifierOf } from '#platform/signing';
import { type MyData, myDataDocument, signMyData } from './my-data.ts';

const at = new Date('2026-11-30T02:00:00Z');
const key = newSigningKey({ from: new Date('2026-01-01'), until: new Date('2028-01-01') });
const verifier = verifierOf(keySetOf([key]));
const made = signerAt([key], at);
if (!made.ok) throw new Error(made.refusal.code);
const signer = made.value;
const data = {
  ...{ region: '440300', madeAt: at.toISOString(), personId: 'psn_a' },
  parts: {
    person: { name: '林晓岚', documents: [{ kind: 'citizen-id', number: '440301199001011234' }] },
    account: { balanceFen: '1234567', years: [] },
    entries: [{ changeFen: '30100' }, { changeFen: '-8650' }],
    cards: [],
    cases: null,
  },
};

function checked(file: MyData) {
  return verifyDocument(JSON.stringify(file), { types: [myDataDocument], verifier });
}

test('a file of one’s own data holds as it was made, however its members are ordered and spaced', () => {
  const file = signMyData(data, { signer, at });
  expect(checked(file)).toMatchObject({ ok: true, value: { type: 'suixing-my-data' } });
  const { value } = checked(file) as { value: { says: readonly { name: { zh: string } }[] } }; // it holds, as seen above
  expect(value.says.map(({ name }) => name.zh)).toContain('账户进出');
  const { signature, version, type, data: held } = file;
  const turned = {
    signature,
    data: { ...held, parts: Object.fromEntries(Object.entries(held.parts).reverse()) },
  };
  const text = JSON.stringify({ ...turned, version, type }, null, 2);
  expect(verifyDocument(text, { types: [myDataDocument], verifier })).toMatchObject({ ok: true });
});

test('a file of one’s own data that was altered anywhere is found, and so is one without a signature', () => {
  const file = signMyData(data, { signer, at });
  const leaves = leavesOf(file.data, []);
  expect(leaves.length).toBeGreaterThan(8);
  fc.assert(
    fc.property(fc.constantFrom(...leaves), fc.string(), (path, other) => {
      const altered = structuredClone(file);
      const was = put(altered.data, path, other);
      if (was === other) return;
      expect(checked(altered)).toMatchObject({ refusal: { code: 'my-data.altered' } });
    }),
  );
  const more = {
    ...file,
    data: { ...file.data, parts: { ...file.data.parts, cards: [{ cardId: 'crd_1' }] } },
  };
  expect(checked(more)).toMatchObject({ refusal: { code: 'my-data.altered' } });
  const other = signMyData({ ...data, personId: 'psn_b' }, { signer, at });
  expect(checked({ ...file, signature: other.signature })).toMatchObject({
    refusal: { code: 'my-data.altered' },
  });
  expect(checked(signMyData(data, { signer: null, at }))).toMatchObject({
    refusal: { code: 'my-data.unsigned' },
  });
  expect(checked({ ...file, data: 'x' } as never)).toMatchObject({ refusal: { code: 'my-data.not-a-file' } });
});

type Path = readonly string[];

function leavesOf(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, held]) => leavesOf(held, [...path, name]));
}

/** Puts another value there; answers what stood there. */
function put(into: object, path: Path, value: unknown): unknown {
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce((at, name) => Reflect.get(at, name), into);
  const was = Reflect.get(holder, last);
  Reflect.set(holder, last, value);
  return was;
}
