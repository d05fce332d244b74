import { afterAll, expect, test } from 'vitest';
import { plainDate } from '#basics';
import { copyPage, letterHtml, printCopy } from '#business/letters';
import { readPdf } from '#platform/testing';
import { typstPress } from '#platform/typesetting';
import { takenBackForm } from '../forms/write-invalidation.ts';
import { transferMessages } from '../messages/catalogue.ts';
import { saidBy } from '../messages/exchange-catalogue.ts';
import type { Said } from '../messages/figures-of.ts';
import { type WordType, wordTypes } from '../words/partner-words.store.ts';
import { copyOfReceived } from './copy-of-received.ts';

const press = typstPress();
afterAll(() => press.stop());

const digest = 'a1'.repeat(32);
const person = transferMessages['contact-letter'].example.person;

function copy(
  type: WordType,
  language: 'zh' | 'en',
  {
    channel = 'gateway',
    takesBack,
    reference = '杭医保函〔2026〕88 号',
  }: { channel?: 'gateway' | 'paper'; takesBack?: Said; reference?: string } = {},
) {
  const word = {
    ...{
      owner: 'psn_1',
      messageId: 'msg_1',
      transferId: '440300-abcdefgh',
      from: '510100',
      to: '440300',
      type,
    },
    ...{
      figures: {},
      sentAt: new Date('2026-11-20T02:00:00Z'),
      channel,
      keptAt: new Date('2026-11-20T02:00:05Z'),
    },
  };
  const received = {
    ...{ said: saidBy(type, transferMessages[type].example), digest, saidOn: plainDate('2026-11-20') },
    receivedAt: new Date('2026-11-20T02:00:03Z'),
    paperReference: channel === 'paper' ? reference : null,
  };
  const office = { zh: '成都市医疗保障局', en: 'Chengdu Healthcare Security Administration' };
  return copyPage(
    copyOfReceived(received, { word, office, person, language, takesBack: takenBackForm(takesBack) }),
  );
}

test.each(wordTypes.flatMap((type) => (['zh', 'en'] as const).map((language) => [type, language] as const)))(
  'a copy of a received %s in %s says who said it, when it came and its digest, and bears no code of ours',
  async (type, language) => {
    const page = copy(type, language);
    expect([page.copy, page.qr]).toEqual([true, null]);
    const html = letterHtml(page);
    for (const said of [
      page.office,
      'msg_1',
      digest,
      '2026-11-20 10:00',
      language === 'zh' ? '副本' : 'Copy of what',
    ])
      expect(html).toContain(said);
    expect(html).not.toMatch(/undefined|null|NaN|\[object|verify-document|No signing key/);
    const { pdf, replaced } = await printCopy({ press }, page);
    expect(replaced).toEqual([]);
    const { missing, glyphs } = readPdf(pdf);
    expect([missing, glyphs > 300]).toEqual([0, true]);
  },
);

test('a copy of a letter on paper names its reference, and one that names nobody says whose record it shows', () => {
  expect(letterHtml(copy('balance-refused', 'zh', { channel: 'paper' }))).toContain('杭医保函〔2026〕88 号');
  expect(letterHtml(copy('balance-refused', 'en'))).toContain('The message itself names nobody');
  expect(letterHtml(copy('information-sheet', 'en'))).not.toContain('The message itself names nobody');
});

test('a copy shows references and days as the other agency wrote them', () => {
  const html = letterHtml(copy('balance-refused', 'zh', { channel: 'paper', reference: '2026-11' }));
  expect(html).toContain('<dt>来函文号</dt><dd>2026-11</dd>');
  expect(html).not.toMatch(/\d年\d+月/);
});

test('a copy of what is taken back says which: a letter, an announcement, or another message', () => {
  const taken = (takesBack: Said) => letterHtml(copy('invalidate', 'en', { takesBack }));
  const example = (type: WordType) => saidBy(type, transferMessages[type].example);
  expect(taken(example('contact-letter'))).toContain('We take back our contact letter');
  expect(taken(example('reminder'))).toContain('The certificate that we issued');
  expect(taken(example('remittance-advice'))).toContain('Money that has left is not called back');
  // A later reminder carries no certificate, so that none is taken back with it.
  const later = saidBy('reminder', { ...transferMessages.reminder.example, certificate: null });
  expect(taken(later)).toContain('A message about the person below');
});
