import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The files in a data folder that say that a demo's city is being drawn there, or stands there. */
export function demoMarks(dataDir: string): { readonly begun: string; readonly ready: string } {
  return { begun: join(dataDir, 'city-begun'), ready: join(dataDir, 'city-ready') };
}

/** Whether the folder holds a demo, whose officers all have a password that everybody knows. */
export function holdsDemo(dataDir: string): boolean {
  const { begun, ready } = demoMarks(dataDir);
  return existsSync(begun) || existsSync(ready);
}
