export type { MandateContext } from './context.ts';
export { employerLogins, endEmployerLogin } from './employer-logins.ts';
export { acceptMandate, confirmMandate, endMandate, giveMandate, type NewMandate } from './give-mandate.ts';
export { listMandates, type Mandate } from './list-mandates.ts';
export { mandateRefusals } from './refusals.ts';
export { mandateOperations } from './routes.ts';
