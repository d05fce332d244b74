export { plainText } from './plain-text.ts';
export { type Press, type Printed, type Sheet, typstPress } from './press.ts';
export { type ErrorCorrection, qrMatrix, qrSvg } from './qr.ts';
