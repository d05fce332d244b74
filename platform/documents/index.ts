export { type CleanDocument, inspectDocument } from './document.ts';
export { isFileName } from './file-name.ts';
export { type DocumentKind, documentKinds, extensions, kindBytes, kindOf, mediaTypes } from './kind.ts';
export { type Checked, type DocumentProblem, documentProblems } from './problem.ts';
