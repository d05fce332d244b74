import { type Problem, Refused } from './api.ts';

/** What to tell somebody of an error; anything that is no refusal is a fault of ours. */
export function problemOf(error: Error): Problem {
  return error instanceof Refused ? error.problem : fault;
}

// The same each time, so that a page does not take it for another.
const fault: Problem = {
  code: 'portal.fault',
  detail: { zh: '页面出错了。', en: 'Something went wrong on this page.' },
  next: { zh: '请刷新后再试。', en: 'Reload it and try again.' },
  reference: null,
  problems: [],
};
