export { digestOf, firstLinkOf, linkHash, type RecordLink } from './link.ts';
