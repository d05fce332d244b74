import type { Declared } from './operation.ts';

/**
 * The answer as JSON, with what the operation declares and nothing else: a field that a store began to select does not leave
 * by accident. An answer that lacks something declared is a fault, told without its values.
 */
export function writeAnswer(operation: Pick<Declared, 'id' | 'answer' | 'status'>, value: unknown): string {
  if (operation.status === 204) return '';
  const parsed = operation.answer.safeParse(value);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, code }) => `${path.map(String).join('.')} (${code})`);
    throw new Error(`${operation.id} answered otherwise than it declares: ${wrong.join(', ')}`);
  }
  return JSON.stringify(parsed.data, (_key, held: unknown) =>
    typeof held === 'bigint' ? held.toString() : held,
  );
}
