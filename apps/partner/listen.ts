import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ok, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import { transferCatalogue } from '#business/transfer';
import {
  checkBody,
  digestOfText,
  type Envelope,
  largestMessage,
  type OpenedMessage,
  openMessage,
  type Receipt,
  signReceipt,
} from '#engines/exchange';
import { kitRegions, publicKitKeys, signerOf } from './kit-keys.ts';
import { type PlayedMessage, type Playing, sayAll } from './play.ts';
import { answersOf } from './profiles.ts';

export interface Listening {
  readonly address: string;
  stop(): Promise<void>;
}

export interface Heard {
  readonly message: Pick<Envelope, 'messageId' | 'transferId' | 'type' | 'sequence'>;
  readonly answered: readonly PlayedMessage[];
}

/**
 * A gateway that remembers in memory alone: it believes the target's keys, gives signed receipts, the same for the same
 * bytes, and answers each message once, by the profile. Refuses `partner.port-in-use`.
 */
export async function listenAs(
  playing: Playing,
  { port, onHeard }: { readonly port: number; readonly onHeard: (heard: Heard) => void },
): Promise<Result<Listening, Refusal>> {
  const receipts = new Map<string, string>();
  const answering = new Set<Promise<void>>();
  const hear = async (text: string) => {
    const before = receipts.get(digestOfText(text));
    if (before !== undefined) return before;
    await playing.target.follow();
    const opened = await openAs(playing, text);
    if (!opened.ok) return null;
    const { receipt, taken } = receiptFor(playing, opened.value);
    receipts.set(opened.value.digest, receipt);
    if (taken) {
      const work = answer(playing, opened.value.envelope)
        .then(onHeard, () => undefined) // the target hears nothing; it will remind
        .finally(() => answering.delete(work));
      answering.add(work);
    }
    return receipt;
  };
  const server = createServer((request, reply) => {
    serve(request, reply, { playing, hear }).catch(() => reply.destroy());
  });
  const listens = await new Promise<boolean>((done) => {
    server.once('error', () => done(false)).listen(port, '127.0.0.1', () => done(true));
  });
  if (!listens) return refuse({ code: 'partner.port-in-use', figures: { port } });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
  return ok({
    address,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await Promise.all(answering);
    },
  });
}

async function serve(
  request: IncomingMessage,
  reply: ServerResponse,
  { playing, hear }: { readonly playing: Playing; readonly hear: (text: string) => Promise<string | null> },
): Promise<void> {
  if (request.url === '/.well-known/suixing-keys.json') {
    const keys = publicKitKeys(playing.voice.keys)[kitRegions.partner];
    reply.setHeader('content-type', 'application/json').end(JSON.stringify(keys));
    return;
  }
  if (request.method !== 'POST' || request.url !== '/exchange/v1/messages') {
    reply.writeHead(404).end();
    return;
  }
  const receipt = await hear(await textOf(request));
  if (receipt === null) reply.writeHead(401).end();
  else reply.setHeader('content-type', 'application/jose').end(receipt);
}

/** Cut where it is larger than a message may be; then its signature does not hold. */
async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request.setEncoding('utf8'))
    if (text.length <= largestMessage) text += String(piece);
  return text;
}

function openAs({ target, voice }: Playing, text: string) {
  const partner = { region: target.region, suspended: false, verifier: target.verifier };
  return openMessage(text, {
    ...{ self: voice.region, at: target.now() },
    partnerOf: async (region) => (region === target.region ? partner : null),
  });
}

function receiptFor(
  { voice, target }: Playing,
  { envelope, digest }: OpenedMessage,
): { readonly receipt: string; readonly taken: boolean } {
  const fits = checkBody(transferCatalogue, envelope);
  const said: Receipt = {
    ...{ version: '1', messageId: envelope.messageId, transferId: envelope.transferId, digest },
    ...{ status: fits.ok ? 'taken' : 'refused', reason: fits.ok ? null : fits.refusal.code },
    problems: fits.ok ? [] : (fits.refusal.problems ?? []),
    ...{ receivedAt: target.now().toISOString(), by: voice.region },
  };
  return { receipt: signReceipt(signerOf(voice.keys.partner), said), taken: fits.ok };
}

async function answer(playing: Playing, envelope: Envelope): Promise<Heard> {
  const { messageId, transferId, type, sequence } = envelope;
  const played = { region: playing.voice.region, today: shanghaiDate(playing.target.now()) };
  const sayings = answersOf(playing.profile, envelope, played);
  const answered = sayings.length === 0 ? [] : await sayAll(playing, { transferId, sayings });
  return { message: { messageId, transferId, type, sequence }, answered };
}
