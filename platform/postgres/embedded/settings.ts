import { createServer } from 'node:net';
import type { Place } from './place.ts';

/** How the server is started. On the command line, so that a new release's settings hold from its first start. */
export async function serverArguments(
  place: Place,
  { durable, lastPort }: { readonly durable: boolean; readonly lastPort: number | undefined },
): Promise<string[]> {
  const settings = {
    ...(place.socket === undefined
      ? { listen_addresses: '127.0.0.1', port: String(lastPort ?? (await freePort())) }
      : {
          listen_addresses: '',
          port: '5432',
          unix_socket_directories: `"${place.socket}"`,
          unix_socket_permissions: '0700',
        }),
    timezone: 'UTC',
    log_timezone: 'UTC',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    // Plans made while a table was still empty are of no use a minute later.
    autovacuum_naptime: '15s',
    // A failed statement may hold what a person has told us; the log gets the error only.
    log_min_error_statement: 'panic',
    ...(durable
      ? {}
      : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }),
  };
  return [
    '-D',
    place.data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? done(address.port) : fail(new Error('no free port')),
      );
    });
  });
}
