import type { Agency } from '#apps/agency';
import { applyKept, buildGateway, deliverWaiting, type GatewayOptions, postMessage } from '#apps/gateway';
import { addressOfPartner } from '#business/partners';
import { creditArrivals, remindPartners, settleWaitingDepartures } from '#business/transfer';
import type { Posted } from '#engines/exchange';
import { type Log, openLog } from '#platform/log';

/** What the demo's agencies say to each other while their clock is moved. */
export interface DemoExchange {
  /** Everything that is due today is said, taken in and acted on, until neither has anything to say. */
  day(): Promise<void>;
  stop(): Promise<void>;
}

type Post = (address: string, text: string) => Promise<Posted>;

/** From a letter to the word that the money is in: each of these messages may be answered by the other agency. */
const roundsOfDay = 4;

/**
 * The gateways of the agencies in this process, so that a day of theirs is the same whether or not `npm start` runs, and nobody
 * speaks from tomorrow to somebody of yesterday. Other agencies are reached as always.
 */
export async function demoExchange(agencies: readonly Agency[]): Promise<DemoExchange> {
  const log = openLog({ level: 'silent', app: 'demo' });
  const gateways = await Promise.all(agencies.map((agency) => gatewayHere(agency, log)));
  const posts = await Promise.all(agencies.map((agency) => postOf(agency, gateways)));
  return {
    async day() {
      for (let round = 0; round < roundsOfDay; round += 1)
        for (const [at, agency] of agencies.entries()) {
          await deliverWaiting(agency, log, posts[at]);
          await applyKept(agency, { log, stream: null });
          await settleWaitingDepartures(agency);
          await creditArrivals(agency);
          await remindPartners(agency);
        }
    },
    async stop() {
      await Promise.all(gateways.map(({ stop }) => stop()));
    },
  };
}

interface GatewayHere {
  readonly region: string;
  readonly take: (text: string) => Promise<Posted>;
  stop(): Promise<void>;
}

async function gatewayHere(agency: Agency, log: Log): Promise<GatewayHere> {
  const { gatewayDatabase, region } = agency;
  if (!gatewayDatabase) throw new Error('a demo has a connection for its gateway');
  const options: GatewayOptions = { log, limitRate: false, onKept: () => undefined };
  const server = await buildGateway({ ...agency, gatewayDatabase }, options);
  return {
    region,
    async take(text) {
      const { statusCode, headers, body } = await server.inject({
        ...{ method: 'POST', url: '/exchange/v1/messages', payload: text },
        headers: { 'content-type': 'application/jose' },
      });
      return { status: statusCode, contentType: String(headers['content-type']), body };
    },
    stop: () => server.close(),
  };
}

/** Through the gateway in this process where the directory has the address of one of them. */
async function postOf({ database, clock }: Agency, gateways: readonly GatewayHere[]): Promise<Post> {
  const takers = new Map<string, GatewayHere['take']>();
  for (const { region, take } of gateways) {
    const address = (await addressOfPartner(database, { region, at: clock.now() }))?.gateway;
    if (address) takers.set(address, take);
  }
  return (address, text) => takers.get(address)?.(text) ?? postMessage(address, text);
}
