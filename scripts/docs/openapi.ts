import { describeApi } from '#apps/api';
import type { GeneratedFiles } from './generate-all.ts';

/** `docs/openapi.json`: the API's contract, so that a change of it shows as a difference in review. */
export function generateOpenApi(): GeneratedFiles {
  return { 'docs/openapi.json': `${JSON.stringify(describeApi(), null, 2)}\n` };
}
