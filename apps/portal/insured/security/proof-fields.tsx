import type { Text } from '#basics';
import { EntryField } from '../../ui/entry-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { useSay } from '../../ui/language.tsx';

/** By what somebody proves once more that it is them. */
export interface Proven {
  readonly password: string;
  readonly totp: string;
}

/** The password, and the one-time code where one is asked for. */
export function ProofFields(fields: {
  readonly typed: Proven;
  readonly withCode: boolean;
  readonly missing: readonly FieldProblem[];
  readonly onTyped: (typed: Proven) => void;
  /** Before the fields' ids, where a page asks twice. */
  readonly prefix?: string;
}) {
  const { typed, withCode, missing, onTyped, prefix = '' } = fields;
  const say = useSay();
  const problemAt = (field: string) =>
    missing.find((each) => each.field === `${prefix}${field}`)?.says ?? null;
  return (
    <>
      <EntryField
        id={`${prefix}password`}
        type="password"
        autoComplete="current-password"
        label={say({ zh: '现在的密码', en: 'Your current password' })}
        help={say({ zh: '再确认一次是您本人', en: 'To confirm once more that it is you' })}
        value={typed.password}
        problem={problemAt('password')}
        onValue={(password) => onTyped({ ...typed, password })}
      />
      {withCode && (
        <EntryField
          id={`${prefix}totp`}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          label={say({ zh: '动态验证码', en: 'One-time code' })}
          help={say({
            zh: '验证器应用上显示的六位数字',
            en: 'The six digits that your authenticator app shows',
          })}
          value={typed.totp}
          problem={problemAt('totp')}
          onValue={(totp) => onTyped({ ...typed, totp })}
        />
      )}
    </>
  );
}

export function proofProblems(
  { password, totp }: Proven,
  asked: {
    readonly withCode: boolean;
    readonly say: (text: Text) => string;
    readonly prefix?: string;
  },
): readonly FieldProblem[] {
  const { withCode, say, prefix = '' } = asked;
  const noPassword = { zh: '请填现在的密码', en: 'Enter your current password' };
  const noCode = { zh: '请填六位数字的动态验证码', en: 'Enter the six digits of the one-time code' };
  return [
    ...(password === '' ? [{ field: `${prefix}password`, says: say(noPassword) }] : []),
    ...(withCode && !/^\d{6}$/.test(totp) ? [{ field: `${prefix}totp`, says: say(noCode) }] : []),
  ];
}
