export { evidenceOperations } from './routes.ts';
