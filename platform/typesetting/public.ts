export { qrPath } from './qr.ts';
