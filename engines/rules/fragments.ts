import type { Status } from './decide.ts';
import type { Fact } from './fact.ts';
import type { OptionRule } from './option.ts';
import type { Finding } from './truth.ts';

/**
 * The parts of an option's JSON that do not depend on a person's facts, made once. Writing an answer then joins pieces
 * instead of serialising the same sentences again for every line of a large file.
 */
export interface OptionFragments<F> {
  /** From the opening brace to the conditions' bracket. */
  readonly head: Readonly<Record<Status, { readonly met: string; readonly undetermined: string }>>;
  readonly conditions: readonly ConditionFragments<F>[];
  /** From the conditions' bracket to the closing brace. */
  readonly tail: string;
}

export interface ConditionFragments<F> {
  /** Up to the figures' opening brace. */
  readonly head: Readonly<Record<Finding, string>>;
  readonly figures: readonly FigureFragment<F>[];
  /** Behind the needs' closing bracket. */
  readonly tail: Readonly<Record<Finding, string>>;
}

export interface FigureFragment<F> {
  readonly fact: Fact<F>;
  readonly key: string;
  /** What is written where the object that holds the fact is null. */
  readonly absentObject: string;
}

/** How a piece of JSON is spelled: as it is, or as its UTF-8 bytes. */
export type Spelling = (text: string) => string;

export const asText: Spelling = (text) => text;

/**
 * One character for each byte of the UTF-8 text. Joining such pieces and writing them as bytes is several times cheaper
 * than encoding the same Chinese sentences again for every line.
 */
export const asBytes: Spelling = (text) => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is meant
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  const bytes = new TextEncoder().encode(text);
  let spelled = '';
  // A function takes only so many arguments, and an answer about many wrong keys is long.
  for (let at = 0; at < bytes.length; at += 8192) {
    spelled += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return spelled;
};

const statuses = ['open', 'blocked', 'undetermined'] as const;

export function optionFragments<F>(rule: OptionRule<F>, spell: Spelling): OptionFragments<F> {
  const json = (value: unknown): string => spell(JSON.stringify(value));
  const head = (status: Status, trigger: string) =>
    `{"action":${json(rule.action)},"ground":${json(rule.ground)},"status":"${status}","trigger":"${trigger}",` +
    `"payee":${json(rule.payee)},"relationship":${json(rule.relationship)},"conditions":[`;
  const [open, blocked, undetermined] = statuses.map((status) => ({
    met: head(status, 'met'),
    undetermined: head(status, 'undetermined'),
  }));
  if (!open || !blocked || !undetermined) throw new Error('three statuses');
  return {
    head: { open, blocked, undetermined },
    conditions: rule.conditions.map((condition) => {
      const start = (finding: Finding) =>
        `{"id":${json(condition.id)},"finding":"${finding}","source":${json(condition.source)},` +
        `"text":${json(condition.text)},"figures":{`;
      return {
        head: { met: start('met'), 'not-met': start('not-met'), undetermined: start('undetermined') },
        figures: condition.met.reads.map((fact) => ({
          fact,
          key: `${json(fact.path)}:`,
          absentObject: fact.within ? `${json(fact.within.path)}:null` : '',
        })),
        tail: {
          met: ',"remedy":null}',
          'not-met': `,"remedy":${json(condition.remedy)}}`,
          undetermined: ',"remedy":null}',
        },
      };
    }),
    tail: `],"materials":${json(rule.materials.map((entry) => entry.material))},"workingDays":${rule.workingDays}}`,
  };
}
