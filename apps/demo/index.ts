export { type Advance, advanceDemo, readPeriod } from './advance.ts';
export { drawCity } from './draw-city.ts';
export { introduction } from './introduction.ts';
export { markReady } from './marker.ts';
export { givenNames, surnames } from './names.ts';
export { demoNotices } from './notices.ts';
export { citizenNumber } from './numbers.ts';
export { demoPartner, enterChange, enterDemoPartner, partnerFolder } from './partners.ts';
export { type Chance, chanceOf } from './random.ts';
