import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { ok, type Result, refuse } from '#basics';
import type { ServedAgency } from './context.ts';
import { buildServer, type ServerOptions } from './server.ts';

export interface ListenOptions extends ServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:4403` */
  readonly address: string;
  /** Takes no new requests, lets those that run come to their end, then shuts. */
  stop(): Promise<void>;
}

/** Serves an agency's API. Refuses with `api.port-in-use` or `api.address-not-ours` where it cannot listen. */
export async function startServer(
  agency: ServedAgency,
  options: ListenOptions,
): Promise<Result<RunningServer>> {
  const { host, port } = options;
  return listen(await buildServer(agency, options), { host, port, setting: 'SUIXING_PORT' });
}

/** Lets a server listen; `setting` is the variable by which a person would choose another port. */
export async function listen(
  server: FastifyInstance,
  { host, port, setting }: { readonly host: string; readonly port: number; readonly setting: string },
): Promise<Result<RunningServer>> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    await server.close();
    const code = listenRefusals[(error as NodeJS.ErrnoException).code ?? '']; // listening fails with system errors
    if (code === undefined) throw error;
    return refuse({ code, figures: { host, port, setting } });
  }
  const { address, family, port: taken } = server.server.address() as AddressInfo; // it listens on TCP
  const name = family === 'IPv6' ? `[${address}]` : address;
  return ok({ address: `http://${name}:${taken}`, stop: () => server.close() });
}

const listenRefusals: Readonly<Record<string, string>> = {
  EADDRINUSE: 'api.port-in-use',
  EACCES: 'api.port-not-allowed',
  EADDRNOTAVAIL: 'api.address-not-ours',
  ENOTFOUND: 'api.address-not-ours',
};
