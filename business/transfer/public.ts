export { arrivalProcess } from './arrival.ts';
export { departureProcess } from './departure.ts';
export { transferOption } from './transfer-option.ts';
