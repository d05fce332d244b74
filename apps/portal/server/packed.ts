import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A text that is sent again and again, packed once. */
export interface Packed {
  readonly text: string;
  readonly packed: Buffer;
}

export function pack(text: string): Packed {
  return { text, packed: gzipSync(text, { level: 9 }) };
}

/** Packed to whoever unpacks, which all browsers do. */
export function sendPacked(
  { text, packed }: Packed,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply.header('Vary', 'Accept-Encoding');
  const unpacks = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  return unpacks ? reply.header('Content-Encoding', 'gzip').send(packed) : reply.send(text);
}
