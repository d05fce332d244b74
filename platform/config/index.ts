export { type Config, type DatabaseUrls, loadConfig } from './config.ts';
export { readIdentityKey } from './identity-key.ts';
export { configRefusals } from './refusals.ts';
export { type Variable, variables } from './variables.ts';
