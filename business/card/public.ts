export {
  type CardKind,
  type CardState,
  type CardStep,
  type CardStepName,
  cardKinds,
  cardStates,
  cardStepNames,
  cardSteps,
} from './card.ts';
