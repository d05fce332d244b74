export {
  type EstateFacts,
  type EstateFindings,
  judgeEstate,
  type ShareFinding,
  sharesOf,
} from './judge-estate.ts';
export { legalShares, type Shares } from './shares.ts';
export {
  divisionBases,
  divisionBasisNames,
  isMinor,
  type Relation,
  relationNames,
  relations,
  type Successor,
  successionBases,
  type Word,
  wordNames,
  words,
} from './successor.ts';
export { estateProblems } from './tell-problems.ts';
