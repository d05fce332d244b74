import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPdf, temporaryFolder } from '#platform/testing';
import { typstPress } from './press.ts';

const press = typstPress();
afterAll(() => press.stop());

const template = join(temporaryFolder(), 'sheet.typ');
writeFileSync(
  template,
  `#let d = json(bytes(sys.inputs.at("data")))
#set document(date: datetime(year: 2026, month: 7, day: 1))
#set text(font: ("Noto Sans", "Noto Sans S Chinese"), fallback: false)
#d.text
`,
);

test('a document carries our own fonts, draws every character, and has the same bytes when it is printed again', async () => {
  const text = '张小明 䶮㙓 Łukasz Şenöz Ελένη Жанна ₫ 捌仟叁佰壹拾贰元肆角整';
  const first = await press.print({ template, data: { text } });
  const facts = readPdf(first.pdf);
  expect(facts.fonts).toEqual(['NotoSans-Regular', 'NotoSansHans-Regular']);
  expect(facts.missing).toBe(0);
  expect(facts.glyphs).toBeGreaterThan(40);
  expect(facts.created).toBe('20260701');
  expect(first.replaced).toEqual([]);
  const again = await press.print({ template, data: { text } });
  expect(Buffer.compare(first.pdf, again.pdf)).toBe(0);
});

test('a character that no font has stands by its code and is told, and is never an empty box', async () => {
  const printed = await press.print({ template, data: { text: '李𠮷\u0007\u202E𪚥' } });
  expect(printed.replaced).toEqual(['U+20BB7', 'U+0007', 'U+202E', 'U+2A6A5']);
  expect(readPdf(printed.pdf).missing).toBe(0);
});

test('markup in data is text: nothing of it is read as a command', async () => {
  const text = '#import "/etc/passwd" #panic("x") *bold* $x$ @ref `code` \\ // <b>&amp;</b> =SUM(A1)';
  const printed = await press.print({ template, data: { text } });
  // Every character but the spaces is drawn, one glyph each.
  expect(readPdf(printed.pdf).glyphs).toBeGreaterThanOrEqual(text.replaceAll(' ', '').length);
});

test('a template that does not compile is a fault that names it, and the next document is set all the same', async () => {
  const broken = join(temporaryFolder(), 'broken.typ');
  writeFileSync(broken, '#nobody-defined-this');
  await expect(press.print({ template: broken, data: {} })).rejects.toThrow('broken.typ does not compile');
  expect((await press.print({ template, data: { text: '好' } })).pdf.length).toBeGreaterThan(500);
});

test('many documents at once come back each to whoever asked for it', async () => {
  const texts = ['一', '二二', '三三三', '四四四四'];
  const printed = await Promise.all(texts.map((text) => press.print({ template, data: { text } })));
  expect(printed.map(({ pdf }) => readPdf(pdf).glyphs)).toEqual([1, 2, 3, 4]);
});
