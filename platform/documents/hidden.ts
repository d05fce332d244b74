/**
 * Whether bytes that a picture does not need hold the beginning of another file: an archive, a document, a program, a page.
 * A file that is two things at once is taken for one of them here and for the other elsewhere.
 */
export function hidesSomething(bytes: Uint8Array): boolean {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (marks.some((mark) => held.includes(mark, 0, 'latin1'))) return true;
  if (isProgram(held)) return true;
  return /<(?:script|html|svg|iframe|!doctype|\?php|%@)/i.test(held.toString('latin1'));
}

const marks = [
  '%PDF-',
  'PK\x03\x04',
  'PK\x05\x06',
  'Rar!\x1a\x07',
  '7z\xbc\xaf\x27\x1c',
  '\x7fELF\x02',
  '\x7fELF\x01',
  '\xd0\xcf\x11\xe0\xa1\xb1',
  '\xca\xfe\xba\xbe\x00\x00\x00',
  'This program cannot be run in DOS mode',
  '#!/bin/',
  '#!/usr/bin/',
] as const;

function isProgram(held: Buffer): boolean {
  return held.subarray(0, 2).toString('latin1') === 'MZ';
}
