export { type BooksCode, booksRefusals } from './refusals.ts';
export { booksOperations } from './routes.ts';
