import { setTimeout as pause } from 'node:timers/promises';
import type { TransferPerson } from '#business/transfer';
import { type Posted, type Profile, posted, type Voice } from './profiles.ts';
import { openingSayings, type Saying } from './sayings.ts';
import { freshId, post, receiptIn, type Target } from './target.ts';

/** What was posted, and what came back: a receipt's status, or the code of a problem. */
export interface PlayedMessage {
  readonly transferId: string;
  readonly type: string;
  readonly sequence: number | null;
  readonly from: string | null;
  readonly status: number;
  readonly outcome: string;
  readonly reason: string | null;
}

export interface Playing {
  readonly profile: Profile;
  readonly target: Target;
  readonly voice: Voice;
  /** How long `late` waits. */
  readonly delayMs: number;
}

/** Opens a transfer as the agency to which a person came; null for the person of the examples. */
export function playOpening(
  playing: Playing,
  person: TransferPerson | null,
): Promise<readonly PlayedMessage[]> {
  const { profile, voice, target } = playing;
  // Who is no party to a transfer can only speak in one that the target opened.
  const opener = profile === 'anothers-transfer' ? target.region : voice.region;
  const sayings = openingSayings(person, { refuses: profile === 'refuses' });
  return sayAll(playing, { transferId: `${opener}-${freshId('t')}`, sayings });
}

/** Says what the profile makes of it, one after the other. */
export async function sayAll(
  { profile, target, voice, delayMs }: Playing,
  { transferId, sayings }: { readonly transferId: string; readonly sayings: readonly Saying[] },
): Promise<readonly PlayedMessage[]> {
  if (profile === 'late') await pause(delayMs);
  await target.follow();
  const all = posted(profile, { sayings, transferId, to: target.region, voice, at: target.now() });
  const played: PlayedMessage[] = [];
  for (const one of all) played.push(await postOne(target, { transferId, one }));
  return played;
}

async function postOne(
  target: Target,
  { transferId, one: { text, envelope } }: { readonly transferId: string; readonly one: Posted },
): Promise<PlayedMessage> {
  const answer = await post(target, text);
  const receipt = envelope && receiptIn(target, { text: String(text), envelope, answer });
  return {
    ...{ transferId, type: envelope?.type ?? 'garbage', sequence: envelope?.sequence ?? null },
    ...{ from: envelope?.from ?? null, status: answer.status },
    outcome: receipt?.status ?? codeIn(answer.body) ?? 'no-receipt',
    reason: receipt?.reason ?? null,
  };
}

/** Of a problem document; null where there is none. */
function codeIn(body: string): string | null {
  try {
    const code: unknown = JSON.parse(body)?.code;
    return typeof code === 'string' ? code : null;
  } catch {
    return null;
  }
}
