export { plainText } from './plain-text.ts';
export { type Press, type Printed, type Sheet, typstPress } from './press.ts';
export { qrMatrix, qrSvg } from './qr.ts';
