// What runs in a browser, too: what the parts of the file are called.
export { nameOfPart, type PartName, parts } from './parts.ts';
