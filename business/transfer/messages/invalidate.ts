import { z } from 'zod';
import type { Text } from '#basics';
import { bothLanguages, field, messageId, wrong } from './fields.ts';
import { defineMessage } from './message-kind.ts';

/** Why a message is taken back. */
export const invalidationCodes = {
  'wrong-person': { zh: '人弄错了', en: 'It is about another person' },
  'wrong-content': { zh: '内容有误', en: 'What it says is wrong' },
  'sent-twice': { zh: '重复发送', en: 'It was sent twice' },
  'applicant-withdrew': { zh: '申请人撤回了申请', en: 'The applicant took the application back' },
  other: { zh: '其他原因', en: 'Another reason, given in words' },
} as const satisfies Readonly<Record<string, Text>>;
export type InvalidationCode = keyof typeof invalidationCodes;

const codes = Object.keys(invalidationCodes) as [InvalidationCode, ...InvalidationCode[]]; // its own keys

const body = z
  .strictObject({
    invalidates: field(messageId, {
      zh: '作废的消息',
      en: 'Which message of the same sender and transfer no longer counts',
    }),
    reason: field(z.enum(codes), { zh: '原因代码', en: 'Coded reason' }),
    text: field(bothLanguages(), { zh: '说明', en: 'The reason in words' }),
    replacedBy: field(messageId.nullable(), {
      zh: '替代它的消息',
      en: 'The message that takes its place, sent before or after; null where none does',
    }),
  })
  .refine(({ invalidates, replacedBy }) => invalidates !== replacedBy, {
    ...wrong({ zh: '消息不能替代它自己。', en: 'A message does not replace itself.' }),
    path: ['replacedBy'],
  });

export const invalidate = defineMessage({
  type: 'invalidate',
  name: { zh: '作废通知', en: 'Invalidation' },
  sender: 'either',
  says: {
    zh: '发送方收回自己发过的一件消息；钱已经付出的不能靠它收回。',
    en: 'A sender takes back a message of its own; money that has left is not called back by it.',
  },
  body,
  example: {
    ...{ invalidates: 'msg_01k8example1', reason: 'wrong-content', replacedBy: 'msg_01k8example2' },
    text: { zh: '参保日期写错。', en: 'The first day of the insurance was wrong.' },
  },
});
export type Invalidate = z.output<typeof body>;
