import { type AddressInfo, connect as connectSocket } from 'node:net';
import { z } from 'zod';
import { buildGateway } from '#apps/gateway';
import { canonicalJson, ok } from '#basics';
import {
  applyStream,
  checkJws,
  digestOfText,
  messageType,
  openJws,
  receiptType,
  signJws,
} from '#engines/exchange';
import { openLog } from '#platform/log';
import type { Database } from '#platform/postgres';
import { makeSeal, type Seal } from '#platform/seal';
import {
  type AgencyKeys,
  keySetOf,
  newSigningKey,
  type Signer,
  type SigningKey,
  signerAt,
  type Verifier,
  verifierOf,
} from '#platform/signing';
import { testRandom } from '#platform/testing';
import { type Figure, figure } from './figure.ts';
import { fillDirectory, leaveEffect, writePlainly } from './gateway.store.ts';
import { withOwnDatabase } from './own-database.ts';

const clients = 32;
const milliseconds = Number(process.env.SUIXING_BENCH_MS ?? '3000');
const rounds = 5;

/**
 * Messages through the gateway over HTTP: verified, kept, applied and answered with a signed receipt, by 32 clients; beside a
 * bare loop that verifies the signature, seals, signs the receipt and writes the same rows.
 */
export function run(): Promise<readonly Figure[]> {
  return withOwnDatabase(clients, async ({ superuser, app, gateway }) => {
    const parties = { partner: party(), own: party() };
    await fillDirectory(superuser, parties.partner.key);
    return [await measure({ superuser, app, gateway, ...parties })];
  });
}

interface Party {
  readonly key: SigningKey;
  readonly signer: Signer;
  readonly verifier: Verifier;
}

interface Place {
  readonly superuser: Database;
  readonly app: Database;
  readonly gateway: Database;
  readonly partner: Party;
  readonly own: Party;
}

function party(): Party {
  const key = newSigningKey({ from: new Date('2020-01-01Z'), until: new Date('2100-01-01Z') });
  const signer = signerAt([key], new Date());
  if (!signer.ok) throw new Error(signer.refusal.code);
  return { key, signer: signer.value, verifier: verifierOf(keySetOf([key])) };
}

/** Both side by side in turns, so that a disturbance hits both; the messages are signed beforehand. */
async function measure(place: Place): Promise<Figure> {
  const seal = makeSeal({ keys: [new Uint8Array(32)], random: testRandom(1) });
  const through = await throughGateway(place, seal);
  const bare = bareLoop(place, seal);
  const [ours, plain]: [number[], number[]] = [[], []];
  try {
    await crowd(through.one, messagesFor(place, 'warm'), 500);
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await crowd(through.one, messagesFor(place, `ours${round}`), milliseconds));
      plain.push(await crowd(bare, messagesFor(place, `bare${round}`), milliseconds));
    }
  } finally {
    await through.stop();
  }
  return figure({
    name: `messages verified, kept, applied and answered with a signed receipt, ${clients} clients over HTTP`,
    perSecond: middle(ours),
    against: 'a bare loop that verifies, seals, signs and writes the same rows',
    againstPerSecond: middle(plain),
    target: 0.5,
  });
}

async function throughGateway({ app, gateway, own }: Place, seal: Seal) {
  const clock = { now: () => new Date() };
  const exchange = {
    catalogue: { greeting: { body: z.strictObject({ text: z.string() }) } },
    passing: new Set<string>(),
    apply: null,
  };
  const signingKeys: AgencyKeys = { signer: () => ok(own.signer), published: () => ok(keySetOf([own.key])) };
  const agency = {
    region: '440300',
    database: app,
    gatewayDatabase: gateway,
    clock,
    seal,
    signingKeys,
    exchange,
  };
  const log = openLog({ level: 'error', app: 'bench' });
  const server = await buildGateway(agency, { log, limitRate: false, onKept: () => undefined });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo; // it listens on TCP
  const lines = Array.from({ length: clients }, () => openLine(port));
  const applying = {
    ...{ database: app, seal, clock, passing: new Set<string>() },
    onFault(fault: unknown) {
      throw fault;
    },
    async apply(tx: Parameters<typeof leaveEffect>[0], said: Parameters<typeof leaveEffect>[1]) {
      await leaveEffect(tx, said);
      return ok({ ownerId: said.transferId, effect: 'greeted' });
    },
  };
  return {
    async one(text: string, transferId: string) {
      const line = lines.pop();
      if (!line) throw new Error('every line is taken');
      const answer = await line.post(text);
      lines.push(line);
      if (!answer.startsWith('HTTP/1.1 200 ')) throw new Error(answer);
      const { applied } = await applyStream(applying, { transferId, from: '510100' });
      if (applied !== 1) throw new Error(`applied ${applied}`);
    },
    async stop() {
      for (const line of lines) line.end();
      await server.close();
    },
  };
}

/** A client that costs next to nothing: what is measured is the gateway, not who speaks to it. */
function openLine(port: number) {
  const socket = connectSocket({ port, host: '127.0.0.1', noDelay: true });
  let heard = '';
  let told: (answer: string) => void = () => undefined;
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    heard += chunk;
    const body = heard.indexOf('\r\n\r\n') + 4;
    const length = Number(/content-length: (\d+)/i.exec(heard)?.[1]);
    if (body < 4 || heard.length < body + length) return;
    told(heard);
    heard = '';
  });
  return {
    post(text: string): Promise<string> {
      const head = `POST /exchange/v1/messages HTTP/1.1\r\nHost: bench\r\nContent-Type: application/jose\r\n`;
      socket.write(`${head}Content-Length: ${text.length}\r\n\r\n${text}`);
      return new Promise((resolve) => {
        told = resolve;
      });
    },
    end: () => socket.end(),
  };
}

function bareLoop({ superuser, partner, own }: Place, seal: Seal) {
  return async (text: string, transferId: string) => {
    const opened = openJws(text, messageType);
    if (!opened.ok) throw new Error(opened.refusal.code);
    const checked = checkJws(opened.value, { verifier: partner.verifier, at: new Date() });
    if (!checked.ok) throw new Error(checked.refusal.code);
    const messageId = String(opened.value.payload.messageId);
    const digest = digestOfText(text);
    const receipt = signJws(own.signer, receiptType, {
      ...{ version: '1', messageId, transferId, digest, status: 'taken', reason: null, problems: [] },
      ...{ receivedAt: new Date().toISOString(), by: '440300' },
    });
    const row = { transferId, messageId, kid: opened.value.kid, digest };
    await writePlainly(superuser, { ...row, text: seal.seal(text), receipt: seal.seal(receipt) });
  };
}

/** As many as a round may need, each of a transfer of its own. */
function messagesFor({ partner }: Place, name: string): readonly (readonly [string, string])[] {
  const body = { text: canonicalJson({ person: '某人', months: Array.from({ length: 40 }, (_, at) => at) }) };
  return Array.from({ length: Math.ceil(milliseconds * 3) }, (_, at) => {
    const transferId = `510100-bench_${name}_${at}`;
    const text = signJws(partner.signer, messageType, {
      ...{ version: '1', messageId: `msg_${name}_${at}`, transferId, from: '510100', to: '440300' },
      ...{ sequence: 1, inReplyTo: null, type: 'greeting', sentAt: new Date().toISOString(), body },
    });
    return [text, transferId] as const;
  });
}

/** How often a second all clients together did it. */
async function crowd(
  work: (text: string, transferId: string) => Promise<void>,
  messages: readonly (readonly [string, string])[],
  spend: number,
): Promise<number> {
  const start = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - start < spend) {
        const message = messages[next++];
        if (!message) throw new Error('the round needs more messages');
        await work(...message);
      }
    }),
  );
  return (next / (performance.now() - start)) * 1000;
}

function middle(runs: readonly number[]): number {
  return [...runs].sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
}
