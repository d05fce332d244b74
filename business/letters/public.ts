export { documentTitles } from './letter.ts';
export { requestTitles, titlesByCode } from './letter-title.ts';
export { type LetterPayload, letterType, payloadSchema } from './payload.ts';
