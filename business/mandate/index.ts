export type { MandateContext } from './context.ts';
export { employerLogins } from './employer-logins.ts';
export { type EndedLogin, endEmployerLogin } from './end-employer-login.ts';
export { acceptMandate, confirmMandate, endMandate, giveMandate, type NewMandate } from './give-mandate.ts';
export { listMandates, type Mandate } from './list-mandates.ts';
export { mandateRefusals } from './refusals.ts';
export { mandateOperations } from './routes.ts';
