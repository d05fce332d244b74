export { type DemoCity, openDemoCity } from './screens/demo-city.ts';
export { liveThrough } from './screens/lived.ts';
export { type MyState, myStates } from './screens/my-states.ts';
export { showMine } from './screens/show.ts';
export { type PageState, pageStates } from './screens.ts';
export { type BuiltPortal, builtPortal } from './server/build-portal.ts';
export { servePortal } from './server/serve-portal.ts';
export type { Site } from './ui/site.tsx';
