export type { ApiContext, ServedAgency } from './context.ts';
export { describeApi } from './describe-api.ts';
export { operations } from './operations.ts';
export { isPortTaken, portFree, type WantedPort } from './port-free.ts';
export { servePublishedKeys } from './published-keys.ts';
export { apiRefusals } from './refusals.ts';
export { buildServer, type ServerOptions } from './server.ts';
export { type ListenOptions, listen, type RunningServer, startServer } from './start.ts';
