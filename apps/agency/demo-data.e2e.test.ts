import { writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { loadConfig } from '#platform/config';
import { removeTemporaryFolder, temporaryFolder } from '#platform/testing';
import { openAgency } from './agency.ts';
import { demoMarks } from './demo-data.ts';

const folder = temporaryFolder();

afterAll(() => removeTemporaryFolder(folder));

/** The code of the refusal to open the folder's database in a mode. */
async function refusalIn(mode: 'development' | 'production'): Promise<string | null> {
  const config = loadConfig({ SUIXING_MODE: 'development', SUIXING_DATA_DIR: folder });
  if (!config.ok) throw new Error(JSON.stringify(config.refusal));
  const opened = await openAgency({ ...config.value, mode });
  if (!opened.ok) return opened.refusal.code;
  await opened.value.stop();
  return null;
}

test.each(['begun', 'ready'] as const)(
  'a demo whose city is %s opens as a demo only, since everybody knows its password',
  async (mark) => {
    writeFileSync(demoMarks(folder)[mark], '');
    expect(await refusalIn('development')).toBe('agency.demo-data');
    expect(await refusalIn('production')).toBe('agency.demo-data');
  },
);
