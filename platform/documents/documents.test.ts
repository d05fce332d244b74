import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { jpegSegment, pdfStream, pngChunk, testExif, testJpeg, testPdf, testPng } from '#platform/testing';
import { inspectDocument } from './document.ts';
import { isFileName } from './file-name.ts';
import type { DocumentProblem } from './problem.ts';

const exif = (orientation: number) =>
  jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), testExif(orientation)]));
const objectStream = (content: string, dictionary = '/Filter /FlateDecode') =>
  pdfStream(5, `/Type /ObjStm /N 1 /First 4 ${dictionary}`, deflateSync(Buffer.from(content, 'latin1')));
const zeros = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 1_000_000), { level: 9 });

async function clean(bytes: Uint8Array) {
  const inspected = await inspectDocument(bytes);
  if (!inspected.ok) throw new Error(inspected.problem);
  return { ...inspected.value, bytes: Buffer.concat(inspected.value.pieces) };
}

describe('An honest paper', () => {
  test('that is a photograph loses who took it, where and with what, and its picture stays as it is', async () => {
    const before = [
      ...[exif(1), jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Zhang San</x:xmpmeta>')],
      ...[jpegSegment(0xed, 'Photoshop 3.0\0 Zhang San'), jpegSegment(0xfe, 'by Zhang San')],
      jpegSegment(0xe2, 'MPF\0 second picture'),
    ];
    const done = await clean(testJpeg({ before, after: Buffer.from('Samsung trailer') }));
    expect(done.bytes.equals(testJpeg())).toBe(true);
    expect(done.removed).toEqual(['exif', 'xmp', 'application-data', 'comment', 'trailer']);
    expect(done).toMatchObject({ kind: 'jpeg', size: { width: 1, height: 1 } });
  });

  test('that was taken with the telephone turned still stands upright, and its colours keep their meaning', async () => {
    const icc = jpegSegment(0xe2, 'ICC_PROFILE\0\x01\x01 display');
    const done = await clean(testJpeg({ before: [exif(6), icc] }));
    expect(done.bytes.includes(icc)).toBe(true);
    expect(done.bytes.includes('GPS') || done.bytes.includes('Canon')).toBe(false);
    expect(done.bytes.toString('latin1', 20, 24)).toBe('\xff\xe1\x00\x22');
    expect((await clean(done.bytes)).bytes.equals(done.bytes)).toBe(true);
  });

  test('that is a small copy within JFIF’s own segment is left without it', async () => {
    const whole = testJpeg();
    const jfif = Buffer.concat([whole.subarray(2, 18), Buffer.from([1, 1]), Buffer.from('abc')]);
    jfif.writeUInt16BE(jfif.length - 2, 2);
    const done = await clean(Buffer.concat([whole.subarray(0, 2), jfif, whole.subarray(20)]));
    expect(done.bytes.equals(whole)).toBe(true);
  });

  test('that is a screenshot loses its texts and keeps what draws it', async () => {
    const kept = pngChunk('pHYs', Buffer.from([0, 0, 11, 19, 0, 0, 11, 19, 1]));
    const chunks = [
      ...[pngChunk('tEXt', 'Author\0Zhang San'), pngChunk('iTXt', 'XML'), pngChunk('zTXt', zeros(1)), kept],
      ...[pngChunk('eXIf', testExif(1)), pngChunk('tIME', '1234567'), pngChunk('iCCP', 'profile')],
    ];
    const done = await clean(testPng({ chunks, after: Buffer.from('trailer') }));
    expect(done.bytes.equals(testPng({ chunks: [kept] }))).toBe(true);
    expect(done.removed).toEqual(['text', 'exif', 'tIME', 'iCCP', 'trailer']);
    const turned = await clean(testPng({ chunks: [pngChunk('eXIf', testExif(8))] }));
    expect(turned.bytes.includes('eXIf') && !turned.bytes.includes('GPS')).toBe(true);
    expect((await clean(turned.bytes)).bytes.equals(turned.bytes)).toBe(true);
  });

  test('that is interlaced comes to the rows of its seven passes', async () => {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(5, 0);
    head.writeUInt32BE(5, 4);
    head.set([8, 0, 0, 0, 1], 8);
    const rows = deflateSync(Buffer.alloc(1 * 2 + 1 * 2 + 1 * 3 + 2 * 2 + 1 * 4 + 3 * 3 + 2 * 6));
    const whole = [
      testPng().subarray(0, 8),
      pngChunk('IHDR', head),
      pngChunk('IDAT', rows),
      pngChunk('IEND', ''),
    ];
    expect(await clean(Buffer.concat(whole))).toMatchObject({ kind: 'png', size: { width: 5, height: 5 } });
  });

  test('that is a PDF with compressed objects and a scan is taken byte for byte', async () => {
    const scan =
      '/Subtype /Image /Width 2000 /Height 3000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode';
    const objects = [objectStream('6 0 << /Title (a paper) >>'), pdfStream(7, scan, zeros(6))];
    const pdf = testPdf({ objects });
    expect((await clean(pdf)).bytes.equals(pdf)).toBe(true);
    const jpeg = pdfStream(7, '/Subtype/Image/Width 100/Height 100/Filter/DCTDecode', testJpeg());
    expect(await clean(testPdf({ objects: [jpeg], root: '/OpenAction [3 0 R /Fit]' }))).toMatchObject({
      kind: 'pdf',
    });
  });
});

const zip = Buffer.from('PK\x03\x04 whatever PK\x05\x06', 'latin1');
const [jpeg, png, pdf] = [testJpeg(), testPng(), testPdf()];
const flood = deflateSync(Buffer.alloc(10));

/** Hostile and damaged files: what each is, its bytes, and how it is refused. */
const hostile: readonly (readonly [string, Uint8Array, DocumentProblem])[] = [
  ['nothing at all', new Uint8Array(), 'empty'],
  ['one byte', Buffer.from('x'), 'unknown-type'],
  ['plain text', Buffer.from('I was there, I swear'), 'unknown-type'],
  ['a Windows program', Buffer.from('MZ\x90\0\x03 This program'), 'unknown-type'],
  ['a Linux program', Buffer.from('\x7fELF\x02\x01', 'latin1'), 'unknown-type'],
  ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /'), 'unknown-type'],
  ['a zip', zip, 'office-file'],
  ['an old Word file', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1', 'latin1'), 'office-file'],
  ['a page of HTML', Buffer.from('\n <html><script>alert(1)</script>'), 'web-page'],
  ['an SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'web-page'],
  ['an SVG behind a byte order mark', Buffer.from('\ufeff<?xml version="1.0"?><svg/>'), 'web-page'],
  ['HTML in UTF-16', Buffer.from('\ufeff<!doctype html>', 'utf16le'), 'web-page'],
  ['a HEIC photograph', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), 'not-a-photo-we-take'],
  ['a GIF', Buffer.from('GIF89a'), 'not-a-photo-we-take'],
  ['a WebP', Buffer.from('RIFF\0\0\0\0WEBPVP8 '), 'not-a-photo-we-take'],
  ['a TIFF', Buffer.from('II*\0'), 'not-a-photo-we-take'],
  ['a JPEG cut within its head', jpeg.subarray(0, 30), 'truncated'],
  ['a JPEG cut within its picture', jpeg.subarray(0, -2), 'truncated'],
  ['a JPEG of its start alone', jpeg.subarray(0, 3), 'truncated'],
  ['a JPEG without a picture', Buffer.concat([jpeg.subarray(0, 20), Buffer.from([0xff, 0xd9])]), 'malformed'],
  [
    'a JPEG whose segment says it is longer than the file',
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 1]),
    'truncated',
  ],
  ['a JPEG whose segment has no length', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 0, 0]), 'malformed'],
  ['a JPEG of 65,535 × 65,535 points', testJpeg({ width: 65_535, height: 65_535 }), 'too-many-pixels'],
  ['a JPEG without a height', testJpeg({ height: 0 }), 'malformed'],
  [
    'a JPEG with two frames',
    testJpeg({ before: [jpegSegment(0xc0, '\x08\x00\x01\x00\x01\x01\x01\x11\x00')] }),
    'malformed',
  ],
  ['a JPEG with arithmetic coding', testJpeg({ before: [jpegSegment(0xc9, 'whatever it is')] }), 'malformed'],
  ['a JPEG with a zip behind it', testJpeg({ after: zip }), 'hidden-content'],
  ['a JPEG with a PDF behind it', testJpeg({ after: pdf }), 'hidden-content'],
  ['a JPEG with a program behind it', testJpeg({ after: Buffer.from('MZ\x90') }), 'hidden-content'],
  [
    'a JPEG with a script in its comment',
    testJpeg({ before: [jpegSegment(0xfe, '<script>alert(1)</script>')] }),
    'hidden-content',
  ],
  [
    'a JPEG with PHP in its EXIF',
    testJpeg({ before: [jpegSegment(0xe1, 'Exif\0\0<?php system($_GET[0]);')] }),
    'hidden-content',
  ],
  [
    'a JPEG with a PDF in its application data',
    testJpeg({ before: [jpegSegment(0xeb, pdf)] }),
    'hidden-content',
  ],
  ['a PNG cut within a chunk', png.subarray(0, -20), 'truncated'],
  ['a PNG of its mark alone', png.subarray(0, 8), 'truncated'],
  ['a PNG whose sum is wrong', Buffer.from(png).fill(7, 30, 31), 'malformed'],
  [
    'a PNG that begins with its data',
    Buffer.concat([png.subarray(0, 8), pngChunk('IDAT', flood)]),
    'malformed',
  ],
  ['a PNG without data', Buffer.concat([png.subarray(0, 33), pngChunk('IEND', '')]), 'malformed'],
  [
    'a PNG with a chunk of 4 GB',
    Buffer.concat([png.subarray(0, 33), Buffer.from('\xff\xff\xff\xffIDAT0000', 'latin1')]),
    'malformed',
  ],
  [
    'a PNG with a chunk of 2 GB',
    Buffer.concat([png.subarray(0, 33), Buffer.from('\x7f\xff\xff\xffIDAT0000', 'latin1')]),
    'truncated',
  ],
  [
    'a PNG of 60,000 × 60,000 points',
    testPng({ width: 60_000, height: 60_000, data: flood }),
    'too-many-pixels',
  ],
  [
    'a PNG of a hundred million points with data for ten bytes',
    testPng({ width: 29_999, height: 3_600, data: flood }),
    'truncated',
  ],
  [
    'a PNG that inflates to a thousand times what it declares',
    testPng({ data: zeros(40) }),
    'inflates-too-much',
  ],
  ['a PNG with fewer rows than it declares', testPng({ data: flood }), 'truncated'],
  ['a PNG whose data are not deflated', testPng({ data: Buffer.from('no zlib') }), 'truncated'],
  [
    'a PNG with an unknown part that must be understood',
    testPng({ chunks: [pngChunk('ABCD', 'x')] }),
    'malformed',
  ],
  ['a PNG with a zip in a part of its own', testPng({ chunks: [pngChunk('zzZz', zip)] }), 'hidden-content'],
  ['a PNG with a page of HTML behind it', testPng({ after: Buffer.from('<html>') }), 'hidden-content'],
  ['a PDF cut in the middle', pdf.subarray(0, 200), 'truncated'],
  ['a PDF of its first line alone', Buffer.from('%PDF-1.7\n%%EOF'), 'truncated'],
  ['a PDF without objects', Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF'), 'malformed'],
  ['an encrypted PDF', testPdf({ trailer: '/Encrypt 9 0 R' }), 'encrypted'],
  ['a PDF encrypted under a disguised name', testPdf({ trailer: '/#45ncrypt 9 0 R' }), 'encrypted'],
  [
    'a PDF with a program',
    testPdf({ root: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }),
    'active-content',
  ],
  [
    'a PDF with a program under a disguised name',
    testPdf({ root: '/OpenAction << /S /J#61v#61Script >>' }),
    'active-content',
  ],
  [
    'a PDF with a program in compressed objects',
    testPdf({ objects: [objectStream('6 0 << /S /JavaScript >>')] }),
    'active-content',
  ],
  [
    'a PDF with a program behind what passes for a stream',
    testPdf({ objects: ['% >>\nstream\n9 0 obj << /S /JavaScript >> endobj\nendstream\n'] }),
    'active-content',
  ],
  [
    'a PDF that starts a program',
    testPdf({ root: '/AA << /O << /S /Launch /F (cmd.exe) >> >>' }),
    'active-content',
  ],
  ['a PDF with a form that sends', testPdf({ root: '/A << /S /SubmitForm >>' }), 'active-content'],
  ['a PDF with an XFA form', testPdf({ root: '/AcroForm << /XFA 9 0 R >>' }), 'active-content'],
  ['a PDF with a film', testPdf({ root: '/A << /S /Rendition >>' }), 'active-content'],
  ['a PDF with files in it', testPdf({ root: '/Names << /EmbeddedFiles 9 0 R >>' }), 'attachments'],
  ['a PDF that opens a file within it', testPdf({ root: '/A << /S /GoToE >>' }), 'attachments'],
  [
    'a PDF with a stream without an end',
    testPdf({ objects: ['5 0 obj\n<< /Length 9 >>\nstream\nabc'] }),
    'truncated',
  ],
  [
    'a PDF with objects that cannot be inflated',
    testPdf({ objects: [pdfStream(5, '/Type /ObjStm /Filter /FlateDecode', Buffer.from('no'))] }),
    'malformed',
  ],
  [
    'a PDF with objects behind a filter that nobody needs',
    testPdf({ objects: [pdfStream(5, '/Type /ObjStm /Filter /ASCII85Decode', Buffer.from('abc~>'))] }),
    'malformed',
  ],
  [
    'a PDF whose part inflates to 100 MB',
    testPdf({ objects: [pdfStream(5, '/Filter /FlateDecode', zeros(100))] }),
    'inflates-too-much',
  ],
  [
    'a PDF whose picture inflates beyond its points',
    testPdf({
      objects: [pdfStream(5, '/Subtype /Image /Width 10 /Height 10 /Filter /FlateDecode', zeros(5))],
    }),
    'inflates-too-much',
  ],
  [
    'a PDF deflated twice over',
    testPdf({ objects: [pdfStream(5, '/Filter [/FlateDecode /Fl]', deflateSync(zeros(5)))] }),
    'inflates-too-much',
  ],
  [
    'a PDF with a picture of 100,000 × 100,000 points',
    testPdf({
      objects: [pdfStream(5, '/Subtype /Image /Width 100000 /Height 100000 /Filter /DCTDecode', jpeg)],
    }),
    'too-many-pixels',
  ],
  ['a PDF with a zip behind it', Buffer.concat([pdf, zip]), 'hidden-content'],
  ['a PDF with a zip within it', testPdf({ objects: [pdfStream(5, '', zip)] }), 'hidden-content'],
  ['a PDF behind something else', Buffer.concat([Buffer.from('GIF89a'), pdf]), 'not-a-photo-we-take'],
];

describe('A hostile or damaged file is refused, whatever it is called', () => {
  test.each(hostile)('%s', async (_what, bytes, problem) => {
    expect(await inspectDocument(bytes)).toEqual({ ok: false, problem });
  });

  test('and so is every beginning of an honest one, without a fault', async () => {
    for (const whole of [
      testJpeg({ before: [exif(6)] }),
      testPng(),
      testPdf({ objects: [objectStream('6 0 << >>')] }),
    ]) {
      for (let length = 0; length < whole.length - 8; length += 3) {
        expect((await inspectDocument(whole.subarray(0, length))).ok, `${length}`).toBe(false);
      }
    }
  });
});

describe('The name of a file', () => {
  test('is kept where a person could have given it', () => {
    for (const name of ['护照 第1页.jpg', 'passport.JPEG', 'scan 2026-06-01.final.jpg', 'passport'])
      expect(isFileName(name, 'jpeg'), name).toBe(true);
  });

  test.each([
    ['a path', '../../etc/passwd.jpg'],
    ['a path of Windows', 'C:\\scan.jpg'],
    ['two dots', 'a..jpg'],
    ['a line end', 'a\r\nSet-Cookie: x.jpg'],
    ['a zero byte', 'a\0.jpg'],
    ['a turn of the writing', 'exe.gpj\u202e.jpg'],
    ['an invisible character', 'a\u200b.jpg'],
    ['the end of another kind', 'scan.pdf'],
    ['the end of a program', 'scan.jpg.exe'],
    ['a program before its end', 'scan.exe.jpg'],
    ['a device', 'con.jpg'],
    ['a hidden file', '.jpg'],
    ['more than 120 characters', `${'a'.repeat(120)}.jpg`],
    ['nothing', ''],
    ['blanks around it', ' a.jpg '],
    ['a mark of HTML', '<img>.jpg'],
  ])('is refused with %s in it', (_what, name) => {
    expect(isFileName(name, 'jpeg')).toBe(false);
  });
});
