export { type Advance, advanceDemo, type Lived, readPeriod } from './advance.ts';
export { demoWaysOfBalances, setWayOfBalances } from './balances.ts';
export { drawCities } from './draw-city.ts';
export { markReady } from './marker.ts';
export { demoMovers, type MoverShown } from './movers.ts';
export { demoNotices } from './notices.ts';
export { enterChange } from './partners.ts';
export { demoRegions } from './two-cities.ts';
