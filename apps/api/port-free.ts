import { once } from 'node:events';
import { createServer } from 'node:net';
import { ok, type Result, refuse } from '#basics';

/** Where a server is going to listen. */
export interface WantedPort {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The variable by which a person would choose another port. */
  readonly setting: string;
}

/** Before anything that takes long is opened, or refuses `api.port-in-use` with the first port that another program has. */
export async function portFree(wanted: readonly WantedPort[]): Promise<Result<null>> {
  for (const { host, port, setting } of wanted)
    if (await isPortTaken({ host, port }))
      return refuse({ code: 'api.port-in-use', figures: { host, port, setting } });
  return ok(null);
}

/** Whatever else is wrong with an address, its server tells when it starts. */
export async function isPortTaken({ host, port }: Omit<WantedPort, 'setting'>): Promise<boolean> {
  if (port === 0) return false;
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
    return false;
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE';
  } finally {
    probe.close();
  }
}
