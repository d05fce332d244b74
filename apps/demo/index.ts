export { type Advance, advanceDemo, readPeriod } from './advance.ts';
export { drawCity } from './draw-city.ts';
export { introduction } from './introduction.ts';
export { markReady } from './marker.ts';
export { demoNotices } from './notices.ts';
export { demoPartner, enterChange, enterDemoPartner, partnerFolder } from './partners.ts';
