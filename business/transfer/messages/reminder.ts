import { z } from 'zod';
import { certificate, exampleCertificate } from './certificate.ts';
import { day, field, messageId, wrong } from './fields.ts';
import { defineMessage } from './message-kind.ts';
import { type MissingThing, missingThings } from './missing-things.ts';

const things = Object.keys(missingThings) as [MissingThing, ...MissingThing[]]; // its own keys

/** No reminder says a higher number of itself. */
export const highestCount = 99;

const body = z
  .strictObject({
    missing: field(z.array(z.enum(things)).min(1).max(things.length), {
      zh: '缺什么',
      en: 'Exactly what is missing, each once',
    }),
    refersTo: field(messageId.nullable(), {
      zh: '所指的消息',
      en: 'The message that is incomplete or unanswered; null where nothing came at all',
    }),
    answerBy: field(day, { zh: '请在此日前答复', en: 'Last day for the answer' }),
    count: field(z.int().min(1).max(highestCount), {
      zh: '第几次要求（首次要求计为 1）',
      en: 'How often it has been asked for by now, the first request included',
    }),
    certificate: field(certificate.nullable(), {
      zh: '参保凭证',
      en: 'With the first reminder of a missing contact letter: the certificate of the person who applied at the sending agency; otherwise null',
    }),
  })
  .refine(({ missing }) => new Set(missing).size === missing.length, {
    ...wrong({ zh: '同一项写了两次。', en: 'A thing is named twice.' }),
    path: ['missing'],
  })
  .refine(({ missing, certificate: held }) => held === null || missing.includes('contact-letter'), {
    ...wrong({
      zh: '只有催联系函时才附参保凭证。',
      en: 'A certificate comes only with a reminder of the contact letter.',
    }),
    path: ['certificate'],
  });

export const reminder = defineMessage({
  type: 'reminder',
  name: { zh: '催办函', en: 'Reminder' },
  sender: 'either',
  says: {
    zh: '逐项写明还缺什么、请在哪天前答复。转出地受理了申请的，用它附参保凭证告知转入地。',
    en: 'Names exactly what is missing and until when. With a certificate it announces a person who applied at the sending agency.',
  },
  body,
  example: {
    ...{ missing: ['contact-letter'], refersTo: null, answerBy: '2026-11-16', count: 1 },
    certificate: exampleCertificate,
  } as z.output<typeof body>, // the day is a literal
});
export type Reminder = z.output<typeof body>;
