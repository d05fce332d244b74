import { canonicalJson, type Text } from '#basics';
import type { BrokenRow, Proof, ProofResult, Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { Verifier } from '#platform/signing';
import { inClear, type MessageCatalogue } from './catalogue.ts';
import { type Envelope, readEnvelope } from './envelope.ts';
import { checkJws, messageType, openJws } from './jws.ts';
import { brokenConversations, keptMessages, type ProvedRow } from './proofs.store.ts';
import { digestOfText, readReceipt } from './receipt.ts';

/** Whose signatures count, the keys of long ago included. */
export interface ExchangeKeys {
  readonly seal: Seal;
  readonly self: string;
  readonly catalogue: MessageCatalogue;
  /** Null where this machine does not have its keys: what it signed itself is not looked at then. */
  readonly own: Verifier | null;
  readonly verifierOf: (reader: Reader, region: string) => Promise<Verifier | null>;
}

/** What is promised of the messages between agencies. */
export function exchangeProofs(keys: ExchangeKeys): readonly Proof[] {
  return [
    {
      name: 'exchange.signatures-hold',
      text: {
        zh: '每一份收发的报文及回执，签名和摘要按当时有效的公钥重新核对无误，与登记的编号、序号一致',
        en: 'Every message sent or received, and every receipt, is signed by a key that was valid then and says what its row says',
      },
      run: (reader, progress) => provePages(reader, { keys, progress }),
    },
    {
      name: 'exchange.applied-in-order',
      text: {
        zh: '每一笔转移的报文各有序号，中间没有无缘无故的缺号，每份只生效一次',
        en: 'The messages of each transfer have their numbers without a gap that nobody explained, and each was applied once',
      },
      run: (reader) => proveOrder(reader),
    },
  ];
}

async function provePages(
  reader: Reader,
  { keys, progress }: { readonly keys: ExchangeKeys; readonly progress: (rows: bigint) => void },
): Promise<ProofResult> {
  const broken: BrokenRow[] = [];
  const partners = new Map<string, Verifier | null>();
  let rows = 0n;
  let after: readonly [string, string, string] = ['', '', ''];
  for (;;) {
    const page = await keptMessages(reader, { after, limit: 500 });
    for (const row of page) {
      const { partner: region } = row;
      if (!partners.has(region)) partners.set(region, await keys.verifierOf(reader, region));
      const why = faultOf(row, { keys, partner: partners.get(region) ?? null });
      if (why) broken.push({ row: `${row.kind}/${row.ownerId}/${row.messageId}`, why });
    }
    rows += BigInt(page.length);
    progress(rows);
    const last = page.at(-1);
    if (!last) return { rows, figures: {}, broken: broken.slice(0, 100) };
    after = [last.kind, last.ownerId, last.digest];
  }
}

function faultOf(
  row: ProvedRow,
  { keys, partner }: { readonly keys: ExchangeKeys; readonly partner: Verifier | null },
): Text | null {
  const sent = row.kind === 'sent';
  const text = opened(keys.seal, row.textSealed);
  if (text === null || !partner) return unreadable;
  if (digestOfText(text) !== row.digest) return otherBytes;
  const jws = openJws(text, messageType);
  const envelope = jws.ok ? readEnvelope(jws.value.payload) : jws;
  if (!jws.ok || !envelope.ok) return unreadable;
  const said = envelope.value;
  const parties = sent ? [keys.self, row.partner] : [row.partner, keys.self];
  const fits =
    said.messageId === row.messageId &&
    said.transferId === row.transferId &&
    said.sequence === row.sequence &&
    said.type === row.type &&
    [said.from, said.to].join() === parties.join() &&
    new Date(said.sentAt).getTime() === row.sentAt.getTime();
  if (!fits) return otherRow;
  const verifier = sent ? keys.own : partner;
  if (verifier && !checkJws(jws.value, { verifier, at: row.sentAt }).ok) return badSignature;
  if (row.figures && !keptAsSaid(row, { said, keys })) return otherFigures;
  return receiptFault(row, { partner, keys });
}

/** Whether what stands in clear beside a partner's message is what its type's entry yields of it. */
function keptAsSaid(
  row: ProvedRow,
  { said, keys }: { readonly said: Envelope; readonly keys: ExchangeKeys },
): boolean {
  const clear = inClear(keys.catalogue, { said, seal: keys.seal });
  const { figures, subject } = clear.ok ? clear.value : { figures: {}, subject: null };
  return canonicalJson(row.figures) === canonicalJson(figures) && samePerson(row.subject, subject);
}

/** By every key that both know, and at least by one: keys come and go between the two. */
function samePerson(kept: Uint8Array | null, said: Uint8Array | null): boolean {
  if (kept === null || said === null) return kept === said;
  const now = byKey(said);
  const both = byKey(kept).filter(([key]) => now.some(([other]) => other === key));
  return (
    both.length > 0 && both.every(([key, hash]) => now.some((other) => other.join() === `${key},${hash}`))
  );
}

/** Each key's number and the hash under it. */
function byKey(hashes: Uint8Array): readonly (readonly [string, string])[] {
  const hex = Buffer.from(hashes).toString('hex');
  return Array.from({ length: hex.length / 80 }, (_, at) => {
    const one = hex.slice(at * 80, at * 80 + 80);
    return [one.slice(0, 16), one.slice(16)] as const;
  });
}

function receiptFault(
  row: ProvedRow,
  { partner, keys }: { readonly partner: Verifier; readonly keys: ExchangeKeys },
): Text | null {
  const { receiptSealed, messageId, transferId, digest } = row;
  if (!receiptSealed) return row.state === 'delivered' || row.state === 'refused' ? noReceipt : null;
  const text = opened(keys.seal, receiptSealed);
  const sent = row.kind === 'sent';
  const about = { messageId, transferId, digest, by: sent ? row.partner : keys.self };
  const verifier = sent ? partner : keys.own;
  if (!verifier) return null;
  const receipt = text === null ? null : readReceipt(text, { about, verifier, until: farAhead });
  if (!receipt?.ok) return badReceipt;
  const refused = receipt.value.status === 'refused';
  return refused === (row.state === 'refused') || row.state === 'closed' ? null : otherOutcome;
}

async function proveOrder(reader: Reader): Promise<ProofResult> {
  const { rows, broken } = await brokenConversations(reader);
  return {
    rows,
    figures: {},
    broken: broken.map(({ row, what }) => ({ row, why: orderFaults[what] })),
  };
}

function opened(seal: Seal, sealed: Uint8Array): string | null {
  try {
    return seal.open(sealed);
  } catch {
    return null; // damaged, or sealed with a key that is not here: both break the promise
  }
}

/** A receipt's time was compared with the clock when it came. */
const farAhead = new Date('9999-12-31T00:00:00Z');

const unreadable = {
  zh: '无法读取或没有对方的公钥',
  en: 'cannot be read, or the partner’s keys are missing',
};
const otherBytes = { zh: '内容与登记的摘要不符', en: 'is not the text whose digest was kept' };
const otherRow = {
  zh: '内容与登记的编号、序号、机构或时间不符',
  en: 'says another id, number, agency or time than its row',
};
const otherFigures = {
  zh: '登记的金额、编号或所涉的人与报文所说不符',
  en: 'has other figures, or another person, beside it than it says',
};
const badSignature = { zh: '签名无效', en: 'has a signature that does not hold' };
const noReceipt = { zh: '已送达而没有回执', en: 'is delivered without a receipt' };
const badReceipt = {
  zh: '回执无效或说的不是它',
  en: 'has a receipt that does not hold or speaks of another message',
};
const otherOutcome = {
  zh: '回执的结果与登记的不同',
  en: 'has a receipt that says another outcome than its row',
};
const orderFaults = {
  gap: {
    zh: '缺少前面的序号，且无人放行',
    en: 'was let through although one before it is missing and no clerk said so',
  },
  'sent-gap': { zh: '发出的序号有缺', en: 'was sent although a number before it was not' },
  'no-locator': { zh: '没有登记编号', en: 'has no entry among the ids' },
  'no-message': { zh: '登记了编号而没有报文', en: 'is an id without its message' },
  'unknown-transfer': { zh: '不属于登记的转移或机构', en: 'belongs to no transfer with that agency' },
} as const satisfies Readonly<Record<string, Text>>;
