import { lifeEventProcesses } from '#business/life-events/public';
import { transferProcesses } from '#business/transfer';
import { withdrawalProcess } from '#business/withdrawal/public';
import type { Process } from '#engines/casework/public';

/** Every procedure of the agency, by its process's id. */
export const processes: Readonly<Record<string, Process>> = {
  [withdrawalProcess.id]: withdrawalProcess,
  ...transferProcesses,
  ...lifeEventProcesses,
};
