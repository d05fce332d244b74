export type { Identify, InLanguage } from './check-caller.ts';
export { operationFaults } from './check-operations.ts';
export { type CursorPlace, readCursor, writeCursor } from './cursor.ts';
export { type Door, registerOperations } from './door.ts';
export { answerFailures, answerNoSuchPath, askedBy, describeFault } from './failures.ts';
export { madeFile } from './made-file.ts';
export { type ApiAbout, openApiDocument } from './openapi.ts';
export type {
  Declared,
  DownloadOperation,
  FileAnswer,
  JobOperation,
  OpenedSession,
  Operation,
  ReadOperation,
  Request,
  TextAnswer,
  TextOperation,
  TextRequest,
  UploadOperation,
  UploadRequest,
  WriteOperation,
} from './operation.ts';
export { parsePart } from './parse-input.ts';
export { type ProblemDocument, preferredLanguage, problemOf, statusOfKind } from './problems.ts';
export { httpProofs } from './proofs.ts';
export { readJson, readJsonValue } from './read-json.ts';
export { type HttpCode, httpRefusals } from './refusals.ts';
export { type RefusedError, refused } from './refused.ts';
export { told } from './told.ts';
export { unfitText } from './unfit-parts.ts';
export { personsIn, type Shown, type Viewing, type ViewingSink } from './viewings.ts';
export { wordsListed } from './words-listed.ts';
