export { grounds } from './grounds/all.ts';
