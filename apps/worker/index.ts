export { type Job, jobsOf, startWorker, type Worker } from './worker.ts';
