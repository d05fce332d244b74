import { type Variable, variables } from '#platform/config';
import type { GeneratedFiles } from './generate-all.ts';

/** `.env.example`, from the declaration that the start-up check uses. */
export function generateEnvironmentDocs(): GeneratedFiles {
  const head = [
    '# Generated from platform/config/variables.ts by `npm run docs`; not read by the program.',
    '# Nothing needs to be set for `npm start` and `npm test`. 运行 npm start 和 npm test 时无需设置任何变量。',
  ];
  const entries = Object.values<Variable<unknown>>(variables).flatMap(describe);
  return { '.env.example': `${[...head, ...entries].join('\n')}\n` };
}

function describe(variable: Variable<unknown>): readonly string[] {
  const required = variable.requiredInProduction ? ['# Required in production. 正式运行时必填。'] : [];
  return [
    '',
    `# ${variable.meaning.zh}`,
    `# ${variable.meaning.en}`,
    ...required,
    `# ${variable.name}=${variable.default ?? ''}`,
  ];
}
