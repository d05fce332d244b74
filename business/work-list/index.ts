export { type Assigned, handCaseOver, releaseCase, takeCaseOver } from './assign-case.ts';
export type { WorkListContext } from './context.ts';
export { countWork, type WorkCounts } from './count-work.ts';
export { listWork, type WorkItem, type WorkPage, type WorkQuery } from './list-work.ts';
export { workListRefusals } from './refusals.ts';
export { workListOperations } from './routes.ts';
export { type Sought, searchWork } from './search-work.ts';
export { type Sort, sorts, type View, viewed, views } from './views.ts';
