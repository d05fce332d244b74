export { endRelationship } from './end-relationship.ts';
export { findPersonByIdentity } from './find-person.ts';
export { maskName } from './masks.ts';
export { personById, personsById } from './person.store.ts';
export { situationOf } from './situation-of.ts';
