export { grounds } from './grounds/all.ts';
export { withdrawalProcess } from './withdrawal.ts';
