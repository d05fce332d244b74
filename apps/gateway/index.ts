export { type Allowance, makeAllowance } from './allowance.ts';
export { applySoon, type Soon } from './apply-soon.ts';
export type { GatewayAgency } from './context.ts';
export { postMessage } from './post-message.ts';
export { applyKept, deliverWaiting } from './rounds.ts';
export { buildGateway, type GatewayOptions } from './server.ts';
export { appliedAtOnce, type GatewayListens, startGateway } from './start.ts';
