export { endRelationship } from './end-relationship.ts';
export { findPersonByIdentity } from './find-person.ts';
export { situationOf } from './situation-of.ts';
