import { text } from 'node:stream/consumers';
import { refuse, type Text } from '#basics';
import { callerOf, openOfficerSession, ownOf, signOut } from '#business/access';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
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
    const overriddenBy = agency.config.session ? 'SUIXING_SESSION' : null;
    return conclude(shell, { ok: true, value: { loginName, expiresAt, overriddenBy } }, () =>
      say(shell, overriddenBy === null ? loggedIn(loginName) : loggedInBehind(loginName)),
    );
  });
}

function loggedIn(loginName: string): Text {
  return { zh: `已登录：${loginName}`, en: `Logged in as ${loginName}` };
}

/** The commands that follow would go on under another session, and whoever just logged in would not see why. */
function loggedInBehind(loginName: string): Text {
  const { zh, en } = loggedIn(loginName);
  return {
    zh: `${zh}。但环境变量 SUIXING_SESSION 已设置，后面的命令仍用它的会话，不用这次登录。请先运行 unset SUIXING_SESSION（写在 .env 里的，删去那一行），再用 suixing whoami 核对。`,
    en: `${en}, but the environment variable SUIXING_SESSION is set: commands go on using its session and not this login. Run \`unset SUIXING_SESSION\` (or take its line out of .env), then check with \`suixing whoami\`.`,
  };
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

export async function askPassword(shell: Frame): Promise<string> {
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
