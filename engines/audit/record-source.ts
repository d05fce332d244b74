import type { Reader, SealedRow, SealSource } from '#platform/postgres';
import type { ChainedRecords } from './chained-records.ts';
import { linkText } from './link.ts';
import { contentOf, type LinkPlace, linkAt, sealedLinks } from './record-chain.store.ts';

/** The chains of persons' records, as seals cover them. `kinds` are the sorts of records whose content can be shown. */
export function recordSource(kinds: readonly ChainedRecords[]): SealSource {
  return {
    name: 'record',
    text: { zh: '参保人登记的变更', en: "Changes of a person's records" },
    select: sealedLinks,
    find: (reader, id) => findLink(reader, { id, kinds }),
  };
}

async function findLink(
  reader: Reader,
  { id, kinds }: { readonly id: string; readonly kinds: readonly ChainedRecords[] },
): Promise<SealedRow | undefined> {
  const place = readPlace(id);
  const link = place && (await linkAt(reader, place));
  if (!link) return undefined;
  const select = kinds.find(({ kind }) => kind === link.kind)?.select;
  const content = select === undefined ? undefined : await contentOf(reader, { ...link, select });
  return {
    id: `${link.ownerId}/${link.seq}`,
    digest: link.hash,
    xid: link.xid,
    previous: link.previousHash,
    text: linkText(link),
    content: content ?? null,
  };
}

/** `psn_1/3`, or by the record: `psn_1/entry/rec_7`. */
function readPlace(id: string): LinkPlace | null {
  const [ownerId = '', second = '', ...rest] = id.split('/');
  if (rest.length > 0) return { ownerId, kind: second, reference: rest.join('/') };
  return /^[1-9]\d{0,8}$/.test(second) ? { ownerId, seq: Number(second) } : null;
}
