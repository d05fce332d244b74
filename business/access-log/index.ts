export { type PurposeWord, purposes, readPurpose } from './purpose.ts';
export { accessLogRefusals } from './refusals.ts';
export { accessLogOperations } from './routes.ts';
export { listViewings, type ViewingRow, viewingSource } from './store.ts';
export { type RecorderInput, type ViewingRecorder, viewingRecorder } from './viewing-recorder.ts';
