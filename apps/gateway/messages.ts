import type { FastifyInstance } from 'fastify';
import type { Refusal, Result } from '#basics';
import { type Keep, noteRejection, type PartnerOf, receiveMessage } from '#engines/exchange';
import { refused } from '#platform/http';
import type { Log } from '#platform/log';
import type { Signer } from '#platform/signing';
import type { Allowance } from './allowance.ts';
import type { GatewayAgency } from './context.ts';

interface Serving {
  readonly agency: GatewayAgency;
  readonly log: Log;
  readonly allowance: Allowance;
  readonly keep: Keep;
  readonly partnerAt: (at: Date) => PartnerOf;
  /** Keys are files: they are not read for each message. */
  readonly signerNow: () => Result<Signer>;
  readonly onKept: (stream: { readonly transferId: string; readonly from: string }) => void;
}

/** `POST /exchange/v1/messages`: a message as a JWS in, the signed receipt as a JWS out. */
export function serveMessages(server: FastifyInstance, serving: Serving): void {
  server.addContentTypeParser('application/jose', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  server.post('/exchange/v1/messages', async (request, reply) => {
    const receipt = await answer(serving, typeof request.body === 'string' ? request.body : '');
    return reply.header('Cache-Control', 'no-store').type('application/jose').send(receipt);
  });
}

async function answer(
  { agency, log, allowance, keep, partnerAt, signerNow, onKept }: Serving,
  text: string,
): Promise<string> {
  const { gatewayDatabase: gateway, seal, region: self, exchange } = agency;
  const at = agency.clock.now();
  const signer = signerNow();
  // The refusal would name a file of ours, which is nobody else's business.
  if (!signer.ok) {
    log.error({ code: signer.refusal.code }, 'no receipt can be signed');
    throw refused({ code: 'http.unavailable' });
  }
  const answered = await receiveMessage(
    {
      ...{ gateway, keep, self, at, seal, signer: signer.value, catalogue: exchange.catalogue },
      partnerOf: partnerAt(at),
      waitSeconds: (region) => allowance.waitSeconds(region),
    },
    text,
  );
  if (!answered.ok) throw await turnedAway({ agency, log, at }, answered.refusal);
  const { receipt, outcome, transferId, from } = answered.value;
  log.info({ partner: from, transferId, outcome }, 'a message came');
  if (outcome === 'kept') onKept({ transferId, from });
  return receipt;
}

/** Counted and logged, with nothing of what it said; whoever sent it hears why. */
async function turnedAway(
  { agency, log, at }: Pick<Serving, 'agency' | 'log'> & { readonly at: Date },
  refusal: Refusal,
): Promise<Error> {
  const { partner, ...figures } = refusal.figures ?? {};
  const region = typeof partner === 'string' ? partner : null;
  const { code } = refusal;
  log.warn({ code, partner: region }, 'a message was turned away');
  await noteRejection({ gateway: agency.gatewayDatabase, at }, { code, region });
  const { figures: _, ...said } = refusal;
  return refused(Object.keys(figures).length > 0 ? { ...said, figures } : said);
}
