import { z } from 'zod';
import { ok } from '#basics';
import { assessText, inquire, isProblem } from '#business/inquiry';
import type { TextAnswer, TextOperation } from '#platform/http';
import type { ApiContext } from './context.ts';

const lineLimit = 1_000;
const maxBytes = 4_000_000; // a thousand full situations are less than a quarter of it
const json = 'application/json; charset=utf-8';
const problem = 'application/problem+json; charset=utf-8';

const situation = z
  .looseObject({
    onDate: z.string().describe('YYYY-MM-DD'),
    region: z.string().describe('GB/T 2260, six digits'),
  })
  .describe(
    '要判断的情况。不写的项表示“不知道”，null 表示“没有发生”。 / The situation. What is absent is unknown; null means it has not happened.',
  )
  .meta({
    examples: [
      {
        onDate: '2022-06-30',
        region: '440300',
        person: { nationality: 'CHN', nationalityLostOn: null, diedOn: null },
        account: { exists: true, balanceFen: '831240' },
      },
    ],
  });

const assessment = z
  .looseObject({
    ruleSet: z.object({ id: z.string(), version: z.string() }),
    onDate: z.string(),
    outcome: z.enum(['open', 'undetermined', 'blocked', 'none']),
    options: z.array(
      z.looseObject({ action: z.enum(['withdraw', 'transfer']), ground: z.string(), status: z.string() }),
    ),
    questions: z.array(z.string()),
    why: z.object({ zh: z.string(), en: z.string() }),
  })
  .describe('可以办理的事项、每个条件的判断和依据。 / What can be done, with each finding and its source.');

/** The public assessment contract over HTTP: the same answers, byte for byte, as the library and `suixing assess` give. */
export const assessSituations: TextOperation<ApiContext, unknown> = {
  kind: 'text',
  id: 'assessSituations',
  method: 'POST',
  path: '/assessments',
  tag: 'inquiry',
  summary: {
    zh: '判断一种或多种情况能否转移或支取',
    en: 'Assess one situation, or up to 1,000 lines of them, for transfer and withdrawal',
  },
  roles: 'anyone',
  perMinute: 600,
  consumes: ['application/json', 'application/x-ndjson'],
  produces: ['application/json', 'application/x-ndjson'],
  maxBytes,
  body: situation,
  answer: assessment,
  refusals: [
    'inquiry.bad-request',
    'inquiry.too-many-lines',
    'http.too-large',
    'http.media-type',
    'http.content-encoding',
  ],
  run: async ({ text, context }) => {
    const { kind, status, body } = assessText(text, { schedule: context.schedule, lineLimit });
    const mediaType =
      status !== 200 ? problem : kind === 'many' ? 'application/x-ndjson; charset=utf-8' : json;
    return ok<TextAnswer>({ status, mediaType, text: body });
  },
};

export const inquireSituation: TextOperation<ApiContext, unknown> = {
  kind: 'text',
  id: 'inquireSituation',
  method: 'POST',
  path: '/inquiries',
  tag: 'inquiry',
  summary: {
    zh: '公众咨询：只问本人知道的事，账户情况按有利于您的方向假定',
    en: 'Public inquiry: asks only what a person knows, and assumes the account in their favour',
  },
  roles: 'anyone',
  perMinute: 600,
  consumes: ['application/json'],
  produces: ['application/json'],
  maxBytes: 100_000,
  body: situation,
  answer: assessment.extend({ assumed: z.array(z.string()) }),
  refusals: [
    'inquiry.bad-request',
    'http.not-json',
    'http.too-large',
    'http.media-type',
    'http.content-encoding',
  ],
  run: async ({ text, context }) => {
    const answer = inquire(parse(text), { schedule: context.schedule });
    const bad = isProblem(answer);
    return ok<TextAnswer>({
      status: bad ? answer.status : 200,
      mediaType: bad ? problem : json,
      text: JSON.stringify(answer),
    });
  },
};

/** What is not JSON is handed on as the text that it is, and refused with the contract's own words. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
