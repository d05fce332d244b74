export { anyone, type Caller, type CallerKind, type Role, roles, system } from './caller.ts';
export { actorOf, actsInCases, channelOf, maySee, onlyPersonOf } from './case-actor.ts';
export { mayUse } from './may-use.ts';
export { type AccessCode, accessRefusals } from './refusals.ts';
