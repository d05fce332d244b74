export { type PageState, pageStates } from './screens.ts';
export { type BuiltPortal, builtPortal } from './server/build-portal.ts';
export { servePortal } from './server/serve-portal.ts';
export type { Site } from './ui/site.tsx';
