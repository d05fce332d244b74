import type { FastifyInstance } from 'fastify';
import type { Agency } from '#apps/agency';
import { buildGateway } from '#apps/gateway';
import type { Posted } from '#engines/exchange';
import type { Log } from '#platform/log';

/** Every agency's gateway as it is, reached without a socket: for so many agencies that live through a year in minutes. */
export interface InProcess {
  /** What an agency's directory has as another's address. */
  addressOf(region: string): string;
  post(gateway: string, text: string): Promise<Posted>;
  /** How many messages were answered with a receipt. */
  messages(): number;
  close(): Promise<void>;
}

export async function inProcess(
  agencies: readonly Agency[],
  { log, onKept }: { readonly log: Log; readonly onKept: (region: string) => void },
): Promise<InProcess> {
  const servers = new Map<string, FastifyInstance>();
  const addressOf = (region: string) => `https://agency-${region}.invalid/`;
  for (const agency of agencies) {
    const { gatewayDatabase, region } = agency;
    if (!gatewayDatabase) throw new Error('an agency was opened without its gateway');
    const options = { log, limitRate: false, onKept: () => onKept(region) };
    servers.set(addressOf(region), await buildGateway({ ...agency, gatewayDatabase }, options));
  }
  let messages = 0;
  return {
    addressOf,
    async post(gateway, text) {
      const server = servers.get(gateway);
      if (!server) return { fault: 'ENOTFOUND' };
      const answer = await server.inject({
        ...{ method: 'POST', url: '/exchange/v1/messages', payload: text },
        headers: { 'content-type': 'application/jose' },
      });
      if (answer.statusCode === 200) messages += 1;
      const contentType = `${answer.headers['content-type'] ?? ''}`;
      return { status: answer.statusCode, contentType, body: answer.body };
    },
    messages: () => messages,
    async close() {
      await Promise.all([...servers.values()].map((server) => server.close()));
    },
  };
}
