/** Whether tests take the long way: `npm run e2e` does, `npm test` takes the short one and leaves `.full` files out (`vitest.config.ts`). */
export const inFull = process.env.TESTS_IN_FULL === 'yes';
