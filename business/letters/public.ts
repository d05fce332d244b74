export { documentTitles } from './letter.ts';
export { type LetterPayload, letterType, payloadSchema } from './payload.ts';
