import type { Process } from '#engines/casework/public';
import { arrivalProcess } from './arrival.ts';
import { departureProcess } from './departure.ts';

/** Both procedures of this folder, by their processes' ids. */
export const transferProcesses: Readonly<Record<string, Process>> = {
  [departureProcess.id]: departureProcess,
  [arrivalProcess.id]: arrivalProcess,
};
