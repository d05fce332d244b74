export { countryRefusals } from './refusals.ts';
