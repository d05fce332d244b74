export { type TestClock, testClock, testIds, testRandom } from './fixed.ts';
export { type TestDatabase, testDatabase } from './test-database.ts';
