import { crc32, deflateSync } from 'node:zlib';

/** Small documents of the kinds that people hand in, whole and opened by every viewer, and the parts to build others from. */

/** A picture of one grey point, in segments of JPEG. `before`: segments that a camera would add. */
export function testJpeg({
  before = [],
  after = new Uint8Array(),
  ...size
}: Partial<TestPicture> & {
  readonly before?: readonly Uint8Array[];
  readonly after?: Uint8Array;
} = {}): Buffer {
  const whole = Buffer.from(greyPoint, 'base64');
  const frame = Buffer.from(whole);
  const at = frame.indexOf(Buffer.from([0xff, 0xc0]));
  if (size.height !== undefined) frame.writeUInt16BE(size.height, at + 5);
  if (size.width !== undefined) frame.writeUInt16BE(size.width, at + 7);
  // Behind the start of the image and JFIF's segment of eighteen bytes.
  return Buffer.concat([frame.subarray(0, 20), ...before, frame.subarray(20), after]);
}

interface TestPicture {
  readonly width: number;
  readonly height: number;
}

/** A segment of JPEG with its length. */
export function jpegSegment(marker: number, body: string | Uint8Array): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : Buffer.from(body);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

/** EXIF as a telephone writes it: which way up, by whom, and where. */
export function testExif(orientation: number): Buffer {
  const place = 'GPS 22.5431N 114.0579E, Canon of Zhang San';
  const tiff = Buffer.alloc(26 + place.length);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  tiff.write(place, 26, 'latin1');
  return tiff;
}

/** A white picture; `chunks` come before the image data, `data` instead of them. */
export function testPng({
  width = 4,
  height = 3,
  chunks = [],
  data = deflateSync(Buffer.alloc(height * (1 + width * 3), 255).fill(0, 0, 1)),
  after = new Uint8Array(),
}: Partial<TestPicture> & {
  readonly chunks?: readonly Uint8Array[];
  readonly data?: Uint8Array;
  readonly after?: Uint8Array;
} = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    ...[Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), pngChunk('IHDR', head), ...chunks],
    ...[pngChunk('IDAT', data), pngChunk('IEND', ''), after],
  ]);
}

export function pngChunk(type: string, body: string | Uint8Array): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : Buffer.from(body);
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(type, 'latin1'), bytes, Buffer.alloc(4)]);
  whole.writeUInt32BE(bytes.length, 0);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
  return whole;
}

/** One empty page, and whatever objects are given besides. `text` makes one document differ from another. */
export function testPdf({
  objects = [],
  root = '',
  trailer = '',
  text = '',
}: {
  readonly objects?: readonly (string | Uint8Array)[];
  readonly root?: string;
  readonly trailer?: string;
  readonly text?: string;
} = {}): Buffer {
  const all = [
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${root} >>\nendobj\n`,
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n',
    ...objects,
  ];
  const parts: Buffer[] = [Buffer.from(`%PDF-1.7\n%\xe2\xe3\xcf\xd3\n% ${text}\n`, 'latin1')];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const object of all) {
    const bytes = typeof object === 'string' ? Buffer.from(object, 'latin1') : Buffer.from(object);
    places.push(at);
    parts.push(bytes);
    at += bytes.length;
  }
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${lines}`;
  const end = `trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table + end, 'latin1')]);
}

/** An object that is a stream of PDF. */
export function pdfStream(number: number, dictionary: string, data: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`${number} 0 obj\n<< ${dictionary} /Length ${data.length} >>\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}

const greyPoint =
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APn+v//Z';
