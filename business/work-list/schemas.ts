import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#basics';
import { identityKinds } from '#business/registry/public';
import { told } from '#platform/http';
import { sorts, views } from './views.ts';

/** What the operations take and answer; a success carries nothing that is not declared here. */

const text = z.object({ zh: z.string(), en: z.string() });
const day = z
  .string()
  .refine(isPlainDate, told({ zh: '日期写成 2026-06-01', en: 'a day, written 2026-06-01' }))
  .transform((on) => on as PlainDate); // refined on the line before
const listed = z
  .string()
  .max(400)
  .transform((names) => names.split(','));
const channel = z.enum(['online', 'window', 'integrator', 'automatic']);
const loginName = z.string().trim().min(1).max(64);

const filters = {
  view: z.enum(views).default('open').describe('看哪一类 / which view'),
  procedure: listed.optional().describe('办理事项，可用逗号列几个 / procedures, separated by commas'),
  ground: z.string().max(64).optional().describe('支取情形 / a withdrawal’s ground'),
  state: listed
    .optional()
    .describe('状态，可用逗号列几个；写明后也包括已办结的 / states, separated by commas; closed ones too'),
  officeId: z.string().max(64).optional(),
  assignedTo: loginName.optional().describe('经办人的登录名 / the login name of the clerk who has it'),
  dueFrom: day.optional().describe('到期日不早于 / due on or after'),
  dueTo: day.optional().describe('到期日不晚于 / due on or before'),
  channel: channel.optional(),
  sort: z.enum(sorts).default('due').describe('先到期、先受理、后受理的在前 / due, oldest or newest first'),
  cursor: z.string().max(600).optional().describe('上一页答复的 next / the `next` of the page before'),
};

export const list = z.object({ ...filters, limit: z.coerce.number().int().min(1).max(100).default(50) });
export const counting = z.object({ officeId: z.string().max(64).optional() });

const sought = z.discriminatedUnion('by', [
  z.object({ by: z.literal('number'), number: z.string().max(40) }),
  z.object({
    by: z.literal('identity'),
    identity: z.object({
      kind: z.enum(identityKinds),
      number: z.string().trim().min(1).max(60),
      issuer: z.string().length(3).nullish(),
    }),
  }),
  z.object({ by: z.literal('employer'), creditCode: z.string().trim().min(1).max(40) }),
]);

export const search = z
  .object({
    sought,
    query: z.object({ ...filters, limit: z.int().min(1).max(100).default(50) }).prefault({}),
  })
  .meta({ example: { sought: { by: 'employer', creditCode: '91440300708461136T' } } });

export const number = z.object({
  number: z
    .string()
    .max(40)
    .describe('办理编号 / case number')
    .meta({ example: 'SZ-2026-7K3M9-QX2TB-04GHE' }),
});

const note = z.string().max(500).default('').describe('给接手人的说明 / for whoever has it next');
const seen = z
  .int()
  .min(0)
  .optional()
  .describe('您看到时已有几步 / how many steps the case had when you read it');
export const assigning = z.object({ note, seen });
export const handing = z.object({
  to: loginName.describe('交给谁：登录名 / the login name of the clerk who gets it'),
  note,
  seen,
});

const holder = z
  .object({ id: z.string(), loginName: z.string(), nameZh: z.string(), nameEn: z.string() })
  .nullable()
  .describe('经办人 / the clerk who has it in hand');

export const assigned = z.object({
  number: z.string(),
  procedure: z.string(),
  state: z.string(),
  stateName: text,
  seen: z.int(),
  holder,
});

const item = z.object({
  number: z.string(),
  procedure: z.string(),
  procedureName: text,
  ground: z.string(),
  matter: text,
  personId: z.string(),
  personName: z.string().describe('已遮盖 / masked').meta({ example: '张*' }),
  state: z.string(),
  stateName: text,
  waitingFor: z
    .enum(['applicant', 'agency', 'second-officer', 'partner', 'bank', 'heirs', 'nobody'])
    .describe('在等谁 / whose move it is'),
  waitingName: text,
  officeId: z.string(),
  channel,
  openedOn: z.string(),
  dueOn: z.string().nullable(),
  dueProvisional: z.boolean(),
  overdue: z.boolean(),
  holder,
  assignedOn: z.string().nullable(),
  reminder: z
    .object({ missing: z.array(text), answerBy: z.string(), overdue: z.boolean() })
    .nullable()
    .describe('对方机构催办而还没有答复的 / what another agency reminds us of and is not answered'),
  silentSince: z
    .string()
    .nullable()
    .describe(
      '多次催办对方没有答复，从这天起由经办人员处理 / another agency was reminded in vain: since when',
    ),
});

export const page = z.object({ items: z.array(item), next: z.string().nullable() });
export const counts = z.object({
  onDate: z.string(),
  views: z.array(z.object({ view: z.enum(views), name: text, cases: z.int() })),
});
