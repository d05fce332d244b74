export { transferOption } from './public.ts';
