import { parse } from 'yaml';
import { z } from 'zod';
import { isPlainDate, type Ok, ok, type Problem, plainDate, type Text, yuanToFen } from '#basics';
import { purposes } from '#engines/ledger';

/** A person whom a clerk would recognise, what they ask for, and what must come out. One YAML file each. */
export type Scenario = z.output<typeof scenarioSchema> & {
  /** The file's name without its ending. */
  readonly name: string;
};

export type RecordedFact = Scenario['facts'][number];
export type ScenarioEvent = Scenario['events'][number];
export type ScenarioPerson = Scenario['person'];
export type Expectation = Scenario['expect'];

/** The papers of an event as the window files them. */
export function papersOf({ papers }: ScenarioEvent) {
  return papers.map((materialId) => ({ materialId, paperReference: `${materialId} 2026` }));
}

/** A file that was read, or everything that is wrong in it. */
export type ScenarioRead = Ok<Scenario> | Wrong;

interface Wrong {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

export function readScenario(name: string, yaml: string): ScenarioRead {
  const held = parsed(yaml);
  if (!held.ok) return held;
  const read = scenarioSchema.safeParse(held.value, { error: english });
  if (read.success) return ok({ ...read.data, name });
  const again = scenarioSchema.safeParse(held.value, { error: chinese });
  const inChinese = again.success ? [] : again.error.issues;
  return wrong(
    read.error.issues.map(({ path, message }, at) => ({
      path: path.map(String).join('.'),
      detail: { zh: inChinese[at]?.message ?? message, en: message },
    })),
  );
}

function parsed(yaml: string): Ok<unknown> | Wrong {
  try {
    return ok(parse(yaml));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return wrong([{ path: '', detail: { zh: `这不是 YAML：${why}`, en: `This is not YAML: ${why}` } }]);
  }
}

function wrong(problems: readonly Problem[]): Wrong {
  return { ok: false, problems };
}

const english = z.locales.en().localeError;
const chinese = z.locales.zhCN().localeError;

const day = z.string().refine(isPlainDate, 'YYYY-MM-DD').transform(plainDate);
const text: z.ZodType<Text> = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const clause = z.string().regex(/^G\d(\.\d)?$/, 'G0.1 … G5.2');

/** The columns of the file that people are imported from. */
const person = z.strictObject({
  name: z.string().min(1),
  nameLatin: z.string().min(1),
  bornOn: day,
  nationality: z.string().length(3),
  documentKind: z.string().min(1),
  documentNumber: z.string().min(1),
  documentIssuer: z.string().length(3).optional(),
  status: z.enum(['active', 'suspended', 'transferred', 'terminated']),
  stoppedOn: day.optional(),
  onEmployerRoster: z.boolean(),
  insuredFrom: day,
  employerCreditCode: z.string().optional(),
  employerName: z.string().optional(),
  retiredOn: day.optional(),
  diedOn: day.optional(),
  nationalityLostOn: day.optional(),
  leftOn: day.optional(),
  leftTo: z.string().length(3).optional(),
  leftPurpose: z.enum(['settle', 'return-home']).optional(),
  openingBalance: z
    .string()
    .refine((yuan) => yuanToFen(yuan) !== null, '8312.40')
    .transform((yuan) => yuanToFen(yuan) ?? 0n),
  balanceOn: day,
});

/** What a clerk records with its paper, and a second officer confirms; the body is checked by the register. */
const fact = z.strictObject({
  kind: z.string().min(1),
  paper: z.string().min(1),
  body: z.record(z.string(), z.unknown()),
});

/** What is reported and decided before the application; the statement is checked by its procedure. */
const event = z.strictObject({
  statement: z.record(z.string(), z.unknown()),
  papers: z.array(z.string()).default([]),
  decision: z.enum(['approve', 'refuse']).default('approve'),
});

const payee = z.strictObject({
  name: z.string().min(1),
  /** Twelve digits; the BIC of a bank abroad. */
  bankCode: z.string().regex(/^(\d{12}|[A-Z0-9]{8,11})$/),
  bankName: z.string().min(1),
  account: z.string().regex(/^[A-Z0-9]{8,34}$/),
  /** What a bank abroad needs besides; checked by the payments. */
  abroad: z.record(z.string(), z.unknown()).optional(),
});

/** Those who succeed the person; the one whom `apply` names as the payee is among them. */
const heirs = z.strictObject({
  people: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        relation: z.string().min(1),
        /** Whose place a descendant takes, by name; that one stands before. */
        represents: z.string().optional(),
        predeceasedOn: day.optional(),
        bornOn: day.optional(),
        guardian: z.strictObject({ name: z.string(), number: z.string(), paper: z.string() }).optional(),
        waives: z.boolean().default(false),
        account: z
          .string()
          .regex(/^\d{8,32}$/)
          .optional(),
      }),
    )
    .min(1),
  basis: z.enum(['equal', 'agreement', 'will', 'undertaking', 'court']).default('equal'),
  /** By name; the equal shares of the law where nothing is said. */
  shares: z.record(z.string(), z.string()).optional(),
  paper: z.string().optional(),
  /** What an heir says once the case is approved, and what the court makes of the disputed shares when the others are paid. */
  objection: z.strictObject({ by: z.string(), disputes: z.array(z.string()).min(1) }).optional(),
  court: z.strictObject({ shares: z.record(z.string(), z.string()), paper: z.string() }).optional(),
});

const expectation = z.strictObject({
  option: z.strictObject({
    ground: z.string(),
    /** `none`: the ground is not offered at all. */
    status: z.enum(['open', 'blocked', 'undetermined', 'none']),
    notMet: z.array(z.string()),
  }),
  /** What the clerk proposes. */
  decision: z.enum(['approve', 'refuse']),
  /** The code with which the second officer's approval is refused. */
  refusal: z.string().optional(),
  /** What the case writes into the books, by purpose, in order. */
  postings: z.array(z.enum(purposes)),
  payment: z.enum(['paid', 'none']),
  relationship: z.enum(['ended', 'unchanged']),
});

const scenarioSchema = z.strictObject({
  title: text,
  clauses: z.array(clause).min(1),
  today: day,
  person,
  facts: z.array(fact),
  events: z.array(event).default([]),
  apply: z.strictObject({ ground: z.string(), payee }),
  heirs: heirs.optional(),
  /** An account that is named first, and the code with which it is refused. */
  wrongPayee: z.strictObject({ payee, refusal: z.string() }).optional(),
  /**
   * What the bank answers, attempt by attempt; it pays where nothing is said. `return-later`: it says that it has paid, and its
   * statement brings the money back.
   */
  bank: z.array(z.enum(['pay', 'return', 'return-later'])).default(['pay']),
  /** Where the money goes after the bank sent it back; needed where the bank returns it. */
  correctedAccount: z
    .string()
    .regex(/^\d{8,32}$/)
    .optional(),
  /** The same where the bank is another too. */
  correctedPayee: payee.optional(),
  /** What becomes known between the proposal and the approval. */
  beforeApproval: z.array(fact).default([]),
  /** The clerk takes the case up; a colleague who proposes first is refused with this code, and then takes it over. */
  colleague: z.strictObject({ refusal: z.string() }).optional(),
  /** A second application while the first is open, and the code with which it is refused. */
  alsoApply: z.strictObject({ ground: z.string(), refusal: z.string() }).optional(),
  expect: expectation,
});
