export { cliRefusals } from './refusals.ts';
