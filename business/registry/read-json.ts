import type { Refusal, Result } from '#basics';
import { readJson } from '#platform/http';
import { type Change, changeSchema } from './correction.ts';
import { type RecordEntry, recordSchema } from './record-entry.ts';

/** Reads an entry that is written as JSON (from a file or a command line). Refuses `registry.fact-wrong`. */
export function readRecordEntry(json: string): Result<RecordEntry, Refusal> {
  return readJson(json, { schema: recordSchema, code: 'registry.fact-wrong' });
}

/** Reads what is to be corrected, written as JSON. Refuses `registry.change-wrong`. */
export function readChange(json: string): Result<Change, Refusal> {
  return readJson(json, { schema: changeSchema, code: 'registry.change-wrong' });
}
