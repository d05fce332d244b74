export { apiRefusals } from './refusals.ts';
