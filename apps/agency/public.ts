export { agencyRefusals } from './refusals.ts';
