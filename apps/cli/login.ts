import { text } from 'node:stream/consumers';
import { refuse } from '#basics';
import { callerOf, openOfficerSession, ownOf, signOut } from '#business/access';
import { conclude, type ExitCode, say } from './frame.ts';
import { forgetToken, keepToken, keptToken } from './session.ts';
import { type Shell, withAgency } from './shell.ts';

export interface LoginAsked {
  readonly loginName: string;
  readonly totp: string | undefined;
}

/** `suixing login NAME [--totp CODE]`: the password comes on standard input, so that it is in no history. */
export function loginCommand(shell: Shell, { loginName, totp }: LoginAsked): Promise<ExitCode> {
  return withAgency(shell, async (agency) => {
    const password = (await askPassword(shell)).replace(/\r?\n$/, '');
    // Nothing given is a slip, not a wrong try that counts towards the lock-out.
    const missing = refuse({ code: 'cli.bad-value', figures: { name: 'password' } });
    if (password === '') return conclude(shell, missing, () => '');
    const access = { ...agency, mode: agency.config.mode };
    const opened = await openOfficerSession(access, { loginName, password, totp });
    if (!opened.ok) return conclude(shell, opened, () => '');
    keepToken(agency.config, opened.value.token);
    const { expiresAt } = opened.value;
    return conclude(shell, { ok: true, value: { loginName, expiresAt } }, () =>
      say(shell, { zh: `已登录：${loginName}`, en: `Logged in as ${loginName}` }),
    );
  });
}

/** `suixing logout`: ends the session and forgets it here. */
export function logoutCommand(shell: Shell): Promise<ExitCode> {
  return withAgency(shell, async (agency) => {
    const access = { ...agency, mode: agency.config.mode };
    const token = keptToken(agency.config);
    const caller = token === null ? null : await callerOf(access, { bearer: token });
    const own = caller?.ok ? ownOf(caller.value) : null;
    if (own) await signOut(access, own);
    forgetToken(agency.config);
    return conclude(shell, { ok: true, value: { loggedOut: true } }, () =>
      say(shell, { zh: '已退出登录', en: 'Logged out' }),
    );
  });
}

/** `suixing whoami`. */
export function whoamiCommand(shell: Shell): Promise<ExitCode> {
  return withAgency(shell, async (agency) => {
    const token = keptToken(agency.config);
    const caller = await callerOf({ ...agency, mode: agency.config.mode }, { bearer: token ?? undefined });
    if (!caller.ok) return conclude(shell, caller, () => '');
    const { kind, id, roles } = caller.value;
    if (kind === 'anyone') return conclude(shell, refuse({ code: 'cli.not-logged-in' }), () => '');
    return conclude(shell, { ok: true, value: { kind, id, roles } }, () =>
      `${id} ${roles.join(', ')}`.trim(),
    );
  });
}

async function askPassword(shell: Shell): Promise<string> {
  if ('isTTY' in shell.stdin && shell.stdin.isTTY) {
    const { createInterface } = await import('node:readline/promises');
    shell.stderr.write(say(shell, { zh: '密码：', en: 'Password: ' }));
    // Nothing is echoed: what is typed goes nowhere but into the answer.
    const reader = createInterface({ input: shell.stdin, terminal: true });
    const typed = await reader.question('');
    reader.close();
    shell.stderr.write('\n');
    return typed;
  }
  return text(shell.stdin);
}
