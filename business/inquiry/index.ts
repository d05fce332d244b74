export { assessStream, type RequestStream } from './assess-stream.ts';
export { changed, exampleSituations, ordinarySituation } from './example-situations.ts';
export { unreadableInput } from './problems.ts';
export {
  type Assessment,
  type AssessOptions,
  type AssessTextOptions,
  assess,
  assessFacts,
  assessLine,
  assessText,
  assessToJson,
  badRequest,
  type Inquiry,
  inquire,
  inquiryRefusals,
  isProblem,
  type ProblemDocument,
  scheduleOf,
  shenzhen,
  shippedSchedule,
  type TextAnswer,
  type WrittenAnswer,
} from './public.ts';
