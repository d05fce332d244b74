export { partnerRefusals } from './refusals.ts';
