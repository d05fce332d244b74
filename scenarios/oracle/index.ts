export {
  inputsAcrossKeys,
  inputsWithOneOddValue,
  inputsWithTwoOddValues,
  textsThatAreNoRequest,
} from './bad-inputs.ts';
export { problemsOf, problemsOfText } from './problems.ts';
export {
  type Reading,
  readContract,
  type Status,
  type ToldCondition,
  type ToldOption,
} from './read-contract.ts';
export { type Held, type Key, requestKeys, withoutKeyAt, withValueAt } from './request.ts';
export {
  quietSituation,
  stories,
  storiesWithOneChange,
  storiesWithTwoChanges,
  withOneKeyNull,
  withOneKeyRemoved,
} from './situations.ts';
