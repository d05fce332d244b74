import type { AvailableAction } from '#engines/casework';
import { type Frame, say } from './frame.ts';

/** What follows `suixing` for an action of a transfer, with the case's number after it; in capitals what is filled in. */
const commands: Readonly<Record<string, readonly [command: string, more?: string]>> = {
  submit: ['transfer confirm'],
  cancel: ['transfer cancel', '--reason TEXT'],
  'send-sheet-again': ['transfer sheet', '--reason TEXT'],
  'ask-correction': ['transfer correction', '--reason TEXT'],
  'close-difference': ['transfer close-difference', '--reason TEXT'],
  'tell-account': ['transfer account', '--reason TEXT'],
  'answer-reminder': ['transfer answer-reminder', '--reason TEXT'],
  'open-withdrawal': ['transfer open-withdrawal', '--reason TEXT'],
  'leave-balance': ['transfer leave-balance', '--reason TEXT'],
  'ask-again': ['transfer ask-again', '--reason TEXT'],
  'look-again': ['transfer look-again', '--reason TEXT'],
  'close-unconfirmed': ['transfer close-unconfirmed', '--reason TEXT --paper REFERENCE'],
  'record-months': ['transfer record', '--reason TEXT --sheet MESSAGE'],
  'record-only': ['transfer record', '--reason TEXT --sheet MESSAGE'],
  'propose-sheet': ['transfer propose-sheet', '--reason TEXT --sheet MESSAGE'],
  'return-sheet': ['transfer return-sheet', '--reason TEXT'],
  'let-pass': ['transfer let-pass', '--sheet MESSAGE'],
  'let-pass-only': ['transfer let-pass', '--sheet MESSAGE'],
  'propose-refusal': ['transfer propose-refusal', '--code CODE --basis TEXT'],
  'refuse-balance': ['transfer refuse-balance'],
  'return-refusal': ['transfer return-refusal', '--reason TEXT'],
  'take-over': ['case take'],
  'hand-over': ['case hand', 'LOGIN-NAME'],
  release: ['case put-back'],
};

/**
 * What may be done with a transfer, a line each, by the command that does it: on what was shown with it, so that nobody who types it
 * decides on what came since.
 */
export function transferActionLines(
  frame: Pick<Frame, 'lang'>,
  shown: {
    readonly number: string;
    readonly actions: readonly AvailableAction[];
    readonly seen: number;
    /** The sheet that is being checked; null where none is. */
    readonly sheet: { readonly messageId: string } | null;
  },
): readonly string[] {
  const { number, actions, seen, sheet } = shown;
  return actions
    .filter(({ allowed }) => allowed)
    .map(({ action, name }) => {
      const command = transferCommandOf(action, number).replace('MESSAGE', sheet?.messageId ?? 'MESSAGE');
      const onWhat = command.startsWith('suixing transfer ') ? ` --seen ${seen}` : '';
      return `  → ${command}${onWhat}  ${say(frame, name)}`;
    });
}

/** `suixing transfer cancel NUMBER --reason TEXT`; the action's id where no command does it. */
export function transferCommandOf(action: string, number: string): string {
  const [command, more] = commands[action] ?? [];
  return command === undefined ? action : ['suixing', command, number, more].filter(Boolean).join(' ');
}
