import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, in that order: begun first, so that none of them goes on alone when everything else is done. */
const slow = [
  'apps/demo/demo.e2e',
  'scenarios/cli.e2e',
  'apps/gateway/simulator/simulator.db',
  'apps/portal/',
  'business/access/logins.db',
  'platform/postgres/embedded/',
  'apps/api/docs-page.e2e',
  'scenarios/scenarios.e2e',
  'scenarios/kills/',
  'platform/backup/backup.db',
  'apps/country/',
  'bench/',
  'scenarios/oracle/',
];

const kinds = ['pure', 'e2e', 'db'];

/**
 * Kind by kind, because a worker that goes over to another kind reads every module anew, and within each the slow files first, the
 * others as Vitest has them. The kinds do not wait for one another.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const root = `${this.ctx.config.root}/`;
    const kindOf = ({ project }: TestSpecification) => kinds.indexOf(project.name);
    return usual.sort((a, b) => kindOf(a) - kindOf(b) || place(a, root) - place(b, root));
  }
}

function place({ moduleId }: TestSpecification, root: string): number {
  const at = slow.findIndex((start) => moduleId.replace(root, '').startsWith(start));
  return at === -1 ? slow.length : at;
}
