import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A text that is sent again and again, packed once. */
export interface Packed {
  readonly text: string;
  readonly packed: Buffer;
  /** By which a browser that has it already asks whether it is still the same. */
  readonly tag: string;
}

export function pack(text: string): Packed {
  const tag = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  return { text, packed: gzipSync(text, { level: 9 }), tag };
}

/** Packed to whoever unpacks, which all browsers do, and not again to whoever has it. */
export function sendPacked(
  { text, packed, tag }: Packed,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const unpacks = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const own = `"${tag}${unpacks ? '-gzip' : ''}"`;
  reply.header('Vary', 'Accept-Encoding').header('ETag', own);
  const known = String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
  // A proxy that packs by itself calls it weak.
  if (known.some((each) => each.replace(/^W\//, '') === own)) return reply.code(304).send();
  return unpacks ? reply.header('Content-Encoding', 'gzip').send(packed) : reply.send(text);
}
