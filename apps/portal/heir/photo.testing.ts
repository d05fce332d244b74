import { testJpeg } from '#platform/testing';

export function photo(name: string) {
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(testJpeg()) };
}
