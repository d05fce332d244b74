export { demoRefusals } from './refusals.ts';
