import { z } from 'zod';

/**
 * A value that a schema takes, for tests that must get past the door: its own example where it gives one, else the plainest.
 * Throws where it finds none; then the schema wants an example (`.meta({ example: … })`).
 */
export function sampleOf(schema: z.ZodType): unknown {
  const made = sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json); // a plain object
  const parsed = schema.safeParse(made);
  if (parsed.success) return made;
  throw new Error(`no sample fits; give the schema an example: ${parsed.error.message}`);
}

interface Json {
  readonly type?: string;
  readonly examples?: readonly unknown[];
  readonly example?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly allOf?: readonly Json[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly items?: Json;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

function sample(schema: Json): unknown {
  if (schema.examples?.length) return schema.examples[0];
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.length) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice?.[0]) return sample(choice[0]);
  switch (schema.type) {
    case 'object':
      return sampleObject(schema);
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}));
    case 'string':
      return sampleText(schema);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 0);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

function sampleObject({ properties = {}, required = [] }: Json): unknown {
  return Object.fromEntries(required.map((key) => [key, sample(properties[key] ?? {})]));
}

/** Texts of the shapes that our schemas ask for; none of them names anything that exists. */
const texts = [
  'psn_00000000000000000000000000',
  'something',
  '2022-06-30',
  '2022-06',
  '440300',
  '831240',
  '110105194912310020',
  'E12345678',
  '102584000002',
  '91440300708461136T',
  'CHN',
  'W-440300-26-000001',
  'cas_00000000000000000000000000',
  'usr_00000000000000000000000000',
  'something at least as long as fifteen',
];

function sampleText({
  minLength = 0,
  maxLength = Number.POSITIVE_INFINITY,
  pattern,
  allOf = [],
}: Json): string {
  const patterns = [pattern, ...allOf.map((part) => part.pattern)].filter((one) => one !== undefined);
  const fits = (text: string): boolean =>
    text.length >= minLength &&
    text.length <= maxLength &&
    patterns.every((one) => new RegExp(one, 'u').test(text));
  const prefix = /^\^([a-z]{3})_/.exec(pattern ?? '')?.[1];
  const named = prefix === undefined ? [] : [`${prefix}_${'0'.repeat(26)}`];
  return [...named, ...texts].find(fits) ?? 'x'.repeat(Math.min(Math.max(minLength, 1), maxLength));
}
