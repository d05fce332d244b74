export { toldToStop } from './told-to-stop.ts';
export { type Job, jobsOf, startWorker, type Worker } from './worker.ts';
