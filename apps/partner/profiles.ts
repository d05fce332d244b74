import type { Text } from '#basics';
import type { Envelope, JsonObject } from '#engines/exchange';
import { type KitKeys, kitRegions, signerOf } from './kit-keys.ts';
import { orderlyAnswers, refusingAnswers, type Saying } from './sayings.ts';
import { freshId, signed } from './target.ts';

/** How the other agency behaves. */
export const profiles = {
  orderly: { zh: '一切照规矩', en: 'says what it should, once, in order' },
  late: { zh: '晚到', en: 'says it after the delay' },
  duplicate: { zh: '每份发三次', en: 'posts everything three times' },
  reordered: { zh: '后发的先到', en: 'posts the last message first' },
  silent: { zh: '收下但不答复', en: 'gives receipts and says nothing' },
  'wrong-amount': { zh: '金额差一分', en: 'names a sum that is one fen more' },
  refuses: { zh: '不接收、不转出', en: 'refuses the balance, or to let the person go' },
  contradicts: { zh: '同一序号说两样话', en: 'says something else under the same number' },
  'forged-signature': { zh: '签名不对', en: 'signs so that it does not hold' },
  'expired-key': { zh: '用过期的公钥', en: 'signs with a key whose validity is over' },
  'anothers-transfer': { zh: '插手别家的转移', en: 'a third agency speaks in the transfer as well' },
  garbage: { zh: '乱码', en: 'posts bytes that are no message' },
} as const satisfies Readonly<Record<string, Text>>;
export type Profile = keyof typeof profiles;
export const profileNames = Object.keys(profiles) as readonly Profile[]; // its own keys

/** What is posted, in the order in which it is posted. */
export interface Posted {
  readonly text: string | Uint8Array;
  /** Null of what is no message. */
  readonly envelope: Envelope | null;
}

/** The agency that is played: in whose name it speaks, and by which keys. */
export interface Voice {
  readonly region: string;
  readonly keys: KitKeys;
  /** The next number of its messages in a transfer. */
  next(transferId: string): number;
}

export function newVoice({ region, keys }: Pick<Voice, 'region' | 'keys'>): Voice {
  const spoken = new Map<string, number>();
  return {
    ...{ region, keys },
    next(transferId) {
      const number = (spoken.get(transferId) ?? 0) + 1;
      spoken.set(transferId, number);
      return number;
    },
  };
}

/** What the profile answers to a message. */
export function answersOf(
  profile: Profile,
  heard: Envelope,
  played: Parameters<typeof orderlyAnswers>[1],
): readonly Saying[] {
  if (profile === 'silent') return [];
  return profile === 'refuses' ? refusingAnswers(heard, played) : orderlyAnswers(heard, played);
}

/** What becomes of what an agency should say, by its profile. */
export function posted(
  profile: Profile,
  {
    sayings,
    transferId,
    to,
    voice,
    at,
  }: {
    readonly sayings: readonly Saying[];
    readonly transferId: string;
    readonly to: string;
    readonly voice: Voice;
    readonly at: Date;
  },
): readonly Posted[] {
  if (profile === 'silent') return [];
  const envelopes = sayings.map((said): Envelope => {
    const sequence = voice.next(transferId);
    const about = { messageId: freshId('msg'), transferId, from: voice.region, to, sequence };
    const body = profile === 'wrong-amount' ? withOneFenMore(said) : said.body;
    return { version: '1', ...about, ...said, body, sentAt: at.toISOString() };
  });
  const all = envelopes.flatMap((envelope) => behaved(profile, envelope, voice.keys));
  return profile === 'reordered' ? all.reverse() : all;
}

function behaved(profile: Profile, envelope: Envelope, keys: KitKeys): readonly Posted[] {
  const by = (key: KitKeys[keyof KitKeys], said = envelope): Posted => ({
    ...{ text: signed(signerOf(key), said), envelope: said },
  });
  const good = by(keys.partner);
  switch (profile) {
    case 'duplicate':
      return [good, good, good];
    case 'contradicts':
      return [good, by(keys.partner, { ...envelope, ...takenBack(envelope), messageId: freshId('msg') })];
    case 'forged-signature':
      return [{ ...good, text: withAnotherSign(String(good.text)) }];
    case 'expired-key':
      return [by(keys.partnerExpired)];
    case 'anothers-transfer':
      return [good, by(keys.other, { ...envelope, from: kitRegions.other, messageId: freshId('msg') })];
    case 'garbage':
      return [{ text: Uint8Array.from({ length: 2048 }, (_, at) => (at * 197 + 31) % 256), envelope: null }];
    default:
      return [good];
  }
}

function takenBack({ messageId }: Envelope): Pick<Envelope, 'type' | 'body'> {
  const text = { zh: '另有说法。', en: 'It is otherwise.' };
  return { type: 'invalidate', body: { invalidates: messageId, reason: 'other', text, replacedBy: null } };
}

function withAnotherSign(text: string): string {
  const at = text.lastIndexOf('.') + 1;
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
}

/** Still a body that its form takes: an advice adds up, a credit says what had been expected. */
function withOneFenMore({ type, body }: Saying): JsonObject {
  const more = (fen: unknown) => String(BigInt(String(fen)) + 1n);
  if (type === 'remittance-advice')
    return { ...body, amountFen: more(body.amountFen), principalFen: more(body.principalFen) };
  if (type === 'balance-credited')
    return { ...body, amountFen: more(body.amountFen), expectedFen: String(body.amountFen) };
  return body;
}
