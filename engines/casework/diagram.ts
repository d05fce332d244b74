import { waysOut } from './check-process.ts';
import type { Process } from './process.ts';

/** The process as a Mermaid state diagram, in one of the two languages. Steps that stay in a state are left out. */
export function diagram(process: Process, language: 'zh' | 'en'): string {
  const states = Object.entries(process.states);
  return [
    'stateDiagram-v2',
    ...states.map(([id, { name }]) => `  ${nodeOf(id)}: ${name[language]}`),
    `  [*] --> ${nodeOf(process.initial)}`,
    ...states.flatMap(([id]) => arrowsFrom(process, id, language)),
    ...states.filter(([, { final }]) => final).map(([id]) => `  ${nodeOf(id)} --> [*]`),
  ].join('\n');
}

function arrowsFrom(process: Process, state: string, language: 'zh' | 'en'): readonly string[] {
  return waysOut(process, state)
    .filter(({ to }) => to !== state)
    .map(
      ({ action, to }) =>
        `  ${nodeOf(state)} --> ${nodeOf(to)}: ${process.actions[action]?.name[language] ?? action}`,
    );
}

/** Mermaid takes no hyphen in a state's name. */
function nodeOf(id: string): string {
  return id.replaceAll('-', '_');
}
