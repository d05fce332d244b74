export type { MyDataContext } from './context.ts';
export { myDataDocument } from './my-data.ts';
export { myDataRefusals } from './refusals.ts';
export { revealNumbers } from './reveal-numbers.ts';
export { myDataOperations } from './routes.ts';
export { takeMyData } from './take-my-data.ts';
