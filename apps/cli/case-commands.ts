import type { Text } from '#basics';
import { type Frame, say } from './frame.ts';

/** What follows `suixing case` for an action, with the case's number first; in capitals what the officer fills in. */
const commands: Readonly<Record<string, readonly [command: string, more?: string]>> = {
  submit: ['submit'],
  'confirm-payee': ['confirm'],
  'provide-material': ['paper', 'MATERIAL REFERENCE'],
  'name-payee': ['payee'],
  'correct-payee': ['payee'],
  'withdraw-application': ['withdraw'],
  'take-up': ['review'],
  'judge-paper': ['judge', 'MATERIAL accept|reject'],
  'request-materials': ['ask'],
  'stop-waiting': ['go-on'],
  'close-not-completed': ['close', '--reason TEXT'],
  'propose-approval': ['propose', 'approve'],
  'propose-refusal': ['propose', 'refuse'],
  'propose-to-uphold': ['propose', 'approve|refuse'],
  'propose-to-change': ['propose', 'approve|refuse'],
  'return-to-maker': ['return', '--reason TEXT'],
  'return-objection': ['return', '--reason TEXT'],
  approve: ['approve'],
  refuse: ['approve'], // the second officer approves what was proposed, a refusal too
  uphold: ['approve'],
  'overturn-refusal': ['approve'],
  'overturn-payment': ['approve'],
  settle: ['settle'],
  object: ['object', '--reason TEXT'],
  'withdraw-objection': ['drop-objection'],
  'take-over': ['take'],
  'hand-over': ['hand', 'LOGIN-NAME'],
  release: ['put-back'],
};

/** After a death each heir has an account of their own. */
const afterDeath: Readonly<typeof commands> = {
  'name-payee': ['heirs payee', 'HEIR'],
  'correct-payee': ['heirs payee', 'HEIR'],
};

interface Shown {
  readonly number: string;
  /** Whether heirs are paid. */
  readonly succession: boolean;
  readonly actions: readonly { readonly action: string; readonly name: Text; readonly allowed: boolean }[];
}

/** What may be done with a case, a line each: the command that does it, or the action by its id where none does. */
export function actionLines(frame: Pick<Frame, 'lang'>, shown: Shown): readonly string[] {
  const { number, succession, actions } = shown;
  const heirs = { zh: '继承人、份额和各人的表示', en: 'the heirs, their shares and what each says' };
  return [
    ...(succession ? [`  → suixing case heirs list ${number}  ${say(frame, heirs)}`] : []),
    ...actions
      .filter(({ allowed }) => allowed)
      .map(({ action, name }) => `  → ${commandOf(action, shown)}  ${say(frame, name)}`),
  ];
}

/** `suixing case paper NUMBER MATERIAL REFERENCE`; the action's id where no command does it. */
export function commandOf(
  action: string,
  { number, succession }: Pick<Shown, 'number' | 'succession'>,
): string {
  const [command, more] = (succession ? afterDeath[action] : undefined) ?? commands[action] ?? [];
  return command === undefined ? action : ['suixing case', command, number, more].filter(Boolean).join(' ');
}
