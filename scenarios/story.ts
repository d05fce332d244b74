import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { isPlainDate, plainDate, type Text } from '#basics';

/** What somebody lives through over weeks or years, step by step, each on its day. One YAML file each in stories/. */
export type Story = z.output<typeof story> & { readonly name: string };
export type StoryStep = Story['steps'][number];

const day = z.string().refine(isPlainDate, 'YYYY-MM-DD').transform(plainDate);
const text: z.ZodType<Text> = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** Who does a step: an officer, the insured person, a successor, or the agency by itself. */
export const doers = {
  clerk: { zh: '经办甲', en: 'clerk' },
  clerk2: { zh: '经办乙', en: 'second clerk' },
  reviewer: { zh: '复核甲', en: 'reviewer' },
  reviewer2: { zh: '复核乙', en: 'second reviewer' },
  insured: { zh: '参保人', en: 'insured person' },
  successor: { zh: '继承人', en: 'successor' },
  agency: { zh: '系统', en: 'the agency by itself' },
} as const satisfies Readonly<Record<string, Text>>;

const step = z.strictObject({
  on: day,
  by: z.enum(Object.keys(doers) as [keyof typeof doers, ...(keyof typeof doers)[]]), // the keys of the table above
  /** The id of an operation of the API, or one of the plays of story-player.ts. */
  do: z.string().min(1),
  with: z.record(z.string(), z.unknown()).default({}),
  /** Which case, where the person has several; the last one opened otherwise. */
  case: z.number().int().min(1).optional(),
  /** The code with which it is refused. */
  refused: z.string().optional(),
  /** What the case must show afterwards. */
  shows: z.record(z.string(), z.unknown()).default({}),
});

const story = z.strictObject({
  title: text,
  clauses: z.array(z.string().min(1)).min(1),
  openingBalanceFen: z.string().regex(/^\d+$/),
  balanceOn: day,
  steps: z.array(step).min(3),
});

export const storiesFolder = join(import.meta.dirname, 'stories');

/** Every story, in the order of its number. */
export function allStories(): readonly Story[] {
  const files = readdirSync(storiesFolder).filter((name) => name.endsWith('.yaml'));
  return files.sort().map((file) => ({
    ...story.parse(parse(readFileSync(join(storiesFolder, file), 'utf8'))),
    name: basename(file, '.yaml'),
  }));
}
