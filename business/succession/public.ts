export {
  type Agreement,
  agreementOf,
  agreements,
  type EstateFacts,
  type EstateFindings,
  judgeEstate,
  type ShareFinding,
  sharesOf,
} from './judge-estate.ts';
export { shareInWords } from './shares.ts';
export {
  divisionBases,
  divisionBasisNames,
  isMinor,
  type Relation,
  relationNames,
  relations,
  relationToDead,
  successionBases,
  type Word,
  wordNames,
  words,
} from './successor.ts';
export { estateProblems } from './tell-problems.ts';
