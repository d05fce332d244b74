export { type Sort, sorts, type View, views } from './views.ts';
