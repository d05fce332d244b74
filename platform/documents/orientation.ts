/** Which way up a picture is, from a TIFF directory as EXIF has it: 1 to 8; 1 where it says nothing that can be read. */
export function readOrientation(tiff: Uint8Array): number {
  const held = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (held.byteLength < 14) return 1;
  const order = held.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  const start = held.getUint32(4, little);
  if (start + 2 > held.byteLength) return 1;
  const entries = Math.min(held.getUint16(start, little), 500);
  for (let at = start + 2, seen = 0; seen < entries && at + 12 <= held.byteLength; at += 12, seen += 1) {
    if (held.getUint16(at, little) !== orientationTag) continue;
    const value = held.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** A TIFF directory that says which way up the picture is, and nothing else. */
export function writeOrientation(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(orientationTag, 10);
  tiff.writeUInt16BE(3, 12); // a short
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

const orientationTag = 0x0112;
