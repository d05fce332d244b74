import type { z } from 'zod';
import type { Text } from '#basics';

/** Which of the two agencies of a transfer sends a message. */
export type Sender = 'sending' | 'receiving' | 'either';

/** One type of message: what it is for, the form of its body, and one that was recorded. */
export interface MessageKind<T extends string = string, S extends z.ZodType = z.ZodType> {
  readonly type: T;
  readonly name: Text;
  /** The agency that the person leaves is the sending one, whatever it sends. */
  readonly sender: Sender;
  readonly says: Text;
  readonly body: S;
  readonly example: z.output<S>;
}

export function defineMessage<const T extends string, S extends z.ZodType>(
  kind: MessageKind<T, S>,
): MessageKind<T, S> {
  return kind;
}
