import { text } from 'node:stream/consumers';
import type { Agency } from '#apps/agency';
import { ok } from '#basics';
import {
  type AccessContext,
  beginEnrolment,
  createFirstOfficer,
  createOfficer,
  finishEnrolment,
  type MadeOfficer,
  type NewOfficer,
} from '#business/access';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import { keepToken } from './session.ts';
import { type Desk, type Shell, withAgency } from './shell.ts';

export interface FirstOfficerAsked {
  readonly loginName: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly office: { readonly id: string; readonly nameZh: string; readonly nameEn: string };
}

/** `suixing officer first …`: the office and its first administrator, where there is none yet. */
export function firstOfficer(shell: Shell, { office, ...officer }: FirstOfficerAsked): Promise<ExitCode> {
  return withAgency(shell, async (agency) => {
    const made = await createFirstOfficer(accessOf(agency), {
      office: { ...office, region: agency.region },
      officer,
    });
    return conclude(shell, made, (value) => handOver(shell, officer.loginName, value));
  });
}

/** `suixing officer create …`, by an administrator. */
export async function addOfficer(
  shell: Shell,
  { agency, caller, officer }: Desk & { readonly officer: NewOfficer },
): Promise<ExitCode> {
  const made = await createOfficer(accessOf(agency), officer, caller.id);
  return conclude(shell, made, (value) => handOver(shell, officer.loginName, value));
}

/**
 * `suixing officer enrol NAME`: from the temporary password to one's own. Standard input holds, one a line, the temporary
 * password; or that, a new one and, with a second factor, the six digits that its app shows.
 */
export function enrolOfficer(shell: Shell, loginName: string): Promise<ExitCode> {
  return withAgency(shell, async (agency) => {
    const access = accessOf(agency);
    const [password = '', newPassword = '', totp] = (await text(shell.stdin)).split(/\r?\n/);
    if (newPassword === '') {
      const begun = await beginEnrolment(access, { loginName, password });
      return conclude(shell, begun, ({ secret, uri }) =>
        say(shell, {
          zh: `请在验证器应用中添加：${secret}\n${uri}\n再次运行本命令，依次输入临时密码、新密码和六位验证码，各占一行。`,
          en: `Add this to your authenticator app: ${secret}\n${uri}\nRun this command again with the temporary password, a new one and the six digits, one a line.`,
        }),
      );
    }
    const code = totp === undefined || totp === '' ? {} : { totp };
    const done = await finishEnrolment(access, { loginName, password, newPassword, ...code });
    if (!done.ok) return conclude(shell, done, () => '');
    keepToken(agency.config, done.value.token);
    const { expiresAt } = done.value;
    return conclude(shell, ok({ loginName, expiresAt }), () =>
      say(shell, { zh: `设置完成，已登录：${loginName}`, en: `Enrolled and logged in as ${loginName}` }),
    );
  });
}

function handOver(frame: Frame, loginName: string, { temporaryPassword }: MadeOfficer): string {
  return say(frame, {
    zh: `已添加 ${loginName}。临时密码（只显示这一次，72 小时内有效）：${temporaryPassword}\n请本人运行 suixing officer enrol ${loginName}`,
    en: `Added ${loginName}. Temporary password (shown this once, good for 72 hours): ${temporaryPassword}\nThey run: suixing officer enrol ${loginName}`,
  });
}

function accessOf(agency: Agency): AccessContext {
  return { ...agency, mode: agency.config.mode };
}
