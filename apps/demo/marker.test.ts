import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoMarks } from '#apps/agency';
import { claimCity, markReady } from './marker.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suixing-marker-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a city is drawn by the one who came first, and then stands', () => {
  expect(claimCity(folder)).toEqual({ is: 'ours-to-draw', leftovers: false });
  expect(claimCity(folder)).toEqual({ is: 'being-drawn', by: process.pid });
  markReady(folder);
  expect(claimCity(folder)).toEqual({ is: 'ready' });
});

test('what a process left behind that is gone is drawn anew', () => {
  writeFileSync(demoMarks(folder).begun, '999999999');
  expect(claimCity(folder)).toEqual({ is: 'ours-to-draw', leftovers: true });
});

test('a process number that has long been quiet belongs to another program by now', () => {
  const { begun } = demoMarks(folder);
  writeFileSync(begun, String(process.pid));
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(begun, longAgo, longAgo);
  expect(claimCity(folder)).toEqual({ is: 'ours-to-draw', leftovers: true });
});
