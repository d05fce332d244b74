export { readBackupKey } from './backup-key.ts';
export { type Config, type DatabaseUrls, loadConfig } from './config.ts';
export { readIdentityKeys } from './identity-key.ts';
export { makeKeyFile } from './key-file.ts';
export { configRefusals } from './refusals.ts';
export { type Variable, variables } from './variables.ts';
