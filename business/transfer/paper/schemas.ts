import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#basics';
import { told } from '#platform/http';
import { transferMessageTypes } from '../messages/catalogue.ts';

/** What the operations on letters to and from agencies without a gateway take and answer. */

const text = z.object({ zh: z.string(), en: z.string() });
const number = z.string().max(40).meta({ example: 'SZ-2026-7K3M9-QX2TB-04GHE' });
const paperId = z
  .string()
  .regex(/^ppr_[0-9a-z]{26}$/, told({ zh: '来函编号形如 ppr_…', en: 'a letter’s id looks like ppr_…' }))
  .meta({ example: `ppr_${'0'.repeat(26)}` });
const day = z
  .string()
  .refine(isPlainDate, told({ zh: '日期写成 2026-06-01', en: 'a day, written 2026-06-01' }))
  .transform((on) => on as PlainDate) // refined on the line before
  .meta({ example: '2026-06-01' });

export const forLetter = z
  .object({
    personId: z.string().max(64),
    from: z
      .string()
      .regex(/^(1[1-9]|[2-7]\d|8[0-2])\d{4}$/)
      .describe('来函机构的统筹区代码 / region of the agency that wrote'),
  })
  .meta({ example: { personId: 'psn_01k8x0m2c40000000000000000', from: '510100' } });

export const ofCase = z.object({ number });
export const onePaper = z.object({ number, paperId });

const content = {
  type: z
    .string()
    .max(40)
    .nullish()
    .describe(`来函种类 / which kind of letter: ${transferMessageTypes.join(', ')}`),
  paperReference: z.string().trim().max(200).nullish().describe('来函文号 / its number, as it stands on it'),
  datedOn: z.string().max(10).nullish().describe('来函日期 / its day'),
  fileId: z.string().max(64).nullish().describe('扫描件 / its scan, a file uploaded for the case'),
  body: z
    .record(z.string(), z.json())
    .default({})
    .describe(
      '来函内容，各项见 docs/exchange；金额可以照纸面写成 8,313.50 / what it says, by the fields of docs/exchange; amounts may be written as printed, 8,313.50',
    ),
};

export const keyingIn = z.object(content);
export const goingOn = z.object({
  ...content,
  version: z.int().min(1).describe('您看到的版本 / the version that you saw'),
});

export const keyedIn = z.object({
  paperId: z.string(),
  state: z
    .enum(['to-confirm', 'being-keyed-in'])
    .describe(
      '已齐全，待复核；或者尚未填全，已保存 / whole and before a reviewer; or kept as far as it goes',
    ),
  version: z.int().nullable(),
  problems: z
    .array(z.object({ path: z.string(), detail: text }))
    .describe('缺什么、错什么，一次列出 / everything that is missing or wrong, at once'),
});

export const deciding = z.object({
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('您核对的那一份的摘要 / the digest of what you compared')
    .meta({ example: '0'.repeat(64) }),
  confirmed: z.boolean(),
  reason: z.string().trim().min(1).max(500).nullish().describe('退回的理由 / why it is turned down'),
});

export const dropped = z.object({ paperId: z.string() });

const instant = z.date().transform((at) => at.toISOString());
const item = {
  paperId: z.string(),
  caseNumber: z.string(),
  state: z.enum(['being-keyed-in', 'to-confirm', 'confirmed', 'turned-down']),
  type: z.string().nullable(),
  name: text.nullable(),
  from: z.string(),
  paperReference: z.string().nullable(),
  datedOn: z.string().nullable(),
  at: instant,
};

export const papersOfCase = z.object({ items: z.array(z.object(item)) });
export const papers = z.object({ items: z.array(z.object(item)), next: z.string().nullable() });
export const paperView = z.object({
  ...item,
  fileId: z.string().nullable().describe('扫描件，用 /cases/{number}/files/{fileId} 打开 / the scan'),
  body: z.json(),
  fields: z
    .array(z.object({ path: z.string(), name: text, value: z.string() }))
    .describe('逐项与扫描件核对 / to be compared with the scan, one by one'),
  digest: z.string().nullable(),
  version: z.int().nullable(),
  recordedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
});

const page = {
  cursor: z.string().max(400).optional().describe('上一页答复的 next / the `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
export const paperPage = z.object({
  ...page,
  state: z.enum(['to-confirm', 'being-keyed-in']).default('to-confirm'),
});
export const postPage = z.object({
  ...page,
  posted: z.enum(['true', 'false']).default('false').describe('已寄出的 / those that were posted'),
});

export const letter = z.object({
  ...{ letter: z.string(), caseNumber: z.string(), seq: z.int(), title: text, to: z.string() },
  ...{ madeAt: instant, postedOn: z.string().nullable(), reference: z.string().nullable() },
});
export const letters = z.object({ items: z.array(letter), next: z.string().nullable() });

export const oneLetter = z.object({
  number,
  seq: z.coerce
    .number()
    .int()
    .min(1)
    .max(999_999)
    .describe('信函编号斜线后的部分 / after the slash')
    .meta({ example: 1 }),
});
export const posting = z.object({
  postedOn: day,
  reference: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .nullish()
    .describe('挂号号码，或者交给了谁 / the registered letter’s number, or who took it along'),
});
export const posted = z.object({ letter: z.string(), postedOn: z.string() });
