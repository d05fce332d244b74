import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether the city stands. It is drawn once; a drawing that was cut short (a kill in the middle) is thrown away and begun
 * anew, since nothing in it is anybody's.
 */
export type DemoState = 'empty' | 'half-drawn' | 'ready';

export function demoState(dataDir: string): DemoState {
  if (existsSync(readyMark(dataDir))) return 'ready';
  return existsSync(begunMark(dataDir)) ? 'half-drawn' : 'empty';
}

export function markBegun(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(begunMark(dataDir), '');
}

export function markReady(dataDir: string): void {
  writeFileSync(readyMark(dataDir), '');
  rmSync(begunMark(dataDir), { force: true });
}

function readyMark(dataDir: string): string {
  return join(dataDir, 'city-ready');
}

function begunMark(dataDir: string): string {
  return join(dataDir, 'city-begun');
}
