export {
  type Assessment,
  type AssessOptions,
  assess,
  assessFacts,
  assessToJson,
  type WrittenAnswer,
} from './assess.ts';
export { type AssessTextOptions, assessLine, assessText, type TextAnswer } from './assess-text.ts';
export { chengdu } from './chengdu.ts';
export { type Inquiry, inquire } from './inquire.ts';
export { badRequest, isProblem, type ProblemDocument } from './problems.ts';
export { inquiryRefusals } from './refusals.ts';
export { scheduleOf, shenzhen, shippedSchedule } from './rule-sets.ts';
