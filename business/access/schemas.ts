import { z } from 'zod';
import { identityKinds } from '#business/registry/public';
import { officerRoles } from './officers.ts';

const instant = z.string().describe('ISO 8601').meta({ example: '2022-06-30T02:00:00.000Z' });
const password = z.string().min(1).max(200);
const totp = z
  .string()
  .regex(/^\d{6}$/)
  .describe('验证器应用上的六位数字 / the six digits of the authenticator app');
const loginName = z.string().trim().min(1).max(64).meta({ example: 'wang.fang' });
const deliver = z
  .enum(['cookie', 'token'])
  .default('cookie')
  .describe('浏览器用 cookie，程序用 token / a cookie for browsers, a token for programs');
const capacity = z.enum(['insured', 'successor', 'agent', 'employer']);
const officerRole = z.enum(officerRoles);
const officerIdText = z.string().regex(/^off_\w{1,60}$/);
const personIdText = z.string().regex(/^psn_\w{1,60}$/);
const loginIdText = z.string().regex(/^usr_[0-9a-z]{26}$/);
const paperReference = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe('所核对材料的名称或编号，不要写证件号码 / the paper that was seen; no identity numbers');
const next = z.string().nullable().describe('下一页的 cursor / the next page’s cursor');

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(300).optional().describe('上一页答复的 next / the `next` of the page before'),
});

export const nothing = z.null();

export const signIn = z.object({
  as: z.enum(['officer', 'person']).describe('工作人员或其他人 / staff, or anybody else'),
  loginName,
  password,
  totp: totp.optional(),
  capacity: capacity.optional().describe('以什么身份办事；仅限非工作人员 / as what they act; not for staff'),
  deliver,
});

export const capacityChange = z.object({ capacity, deliver });

export const opened = z.object({
  expiresAt: instant,
  token: z.string().optional().describe('仅当 deliver 为 token / only where deliver is token'),
});

export const self = z.object({
  kind: z.string(),
  id: z.string(),
  roles: z.array(z.string()),
  officeId: z.string().nullable(),
  personIds: z.array(z.string()),
  officer: z.object({ loginName: z.string(), nameZh: z.string(), nameEn: z.string() }).nullable(),
  capacities: z.array(capacity),
  secondFactor: z.boolean().nullable().describe('是否设了动态验证码 / whether a second factor is set up'),
});

export const ownSessions = z.object({
  items: z.array(z.object({ openedAt: instant, expiresAt: instant, current: z.boolean() })),
});
export const passwordChange = z.object({ password, totp: totp.optional(), newPassword: password });
export const again = z.object({ password, totp: totp.optional() });
export const factorOffer = z.object({
  secret: z.string().describe('base32，可手工输入验证器应用 / base32, to type into an app'),
  uri: z.string().describe('otpauth 地址，用于二维码 / the otpauth address for a QR code'),
});
export const factorProof = z.object({ totp });

export const enrolment = z.object({ loginName, password });
export const enrolmentEnd = z.object({
  loginName,
  password,
  newPassword: password,
  totp: totp.optional(),
  deliver,
});

export const newOfficer = z.object({
  loginName,
  nameZh: z.string().trim().min(1).max(50).meta({ example: '王芳' }),
  nameEn: z.string().trim().min(1).max(100).meta({ example: 'Wang Fang' }),
  officeId: z.string().min(1).max(60),
  roles: z.array(officerRole).min(1).max(5),
});
export const madeOfficer = z.object({
  officerId: officerIdText,
  temporaryPassword: z
    .string()
    .nullable()
    .describe('只显示这一次，当面交给本人 / shown this once, to be handed to them in person'),
});
export const officer = newOfficer.extend({ id: officerIdText, active: z.boolean() });
export const officersPage = z.object({ items: z.array(officer), next });
export const officerId = z.object({ officerId: officerIdText });
export const roleChange = z.object({ roles: z.array(officerRole).min(1).max(5) });

const identity = z.object({
  kind: z.enum(identityKinds),
  number: z.string().trim().min(1).max(60),
  issuer: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});
export const claim = z.object({ identity, caseNumber: z.string().trim().min(1).max(40) });
export const accepted = z.object({
  message: z.object({ zh: z.string(), en: z.string() }),
});

const sentCode = claim.extend({
  by: z.literal('sent-code'),
  code: z.string().trim().min(1).max(20),
});
const windowCode = z.object({
  by: z.literal('window-code'),
  code: z.string().trim().min(1).max(40).meta({ example: '7K3M-9QX2-TB04-GHE5' }),
});
const fresh = { loginName, password };
const inquiryShown = z.object({
  inquiryId: z.string().trim().max(64).describe('询问编号 / the number of the question'),
  secret: z.string().trim().max(100).describe('询问时给的口令 / the secret that was told with it'),
});
const byInquiry = inquiryShown.extend({ by: z.literal('account-inquiry') });
export const activation = z.discriminatedUnion('by', [
  sentCode.extend(fresh),
  windowCode.extend(fresh),
  byInquiry.extend(fresh),
]);
export const activated = z.object({ loginId: loginIdText });
export const recovery = z.discriminatedUnion('by', [
  sentCode.extend({ password }),
  windowCode.extend({ password }),
]);
export const recovered = z.object({ loginName: z.string() });
export const addition = z.union([z.object({ code: z.string().trim().min(1).max(40) }), inquiryShown]);

export const personId = z.object({ personId: personIdText });
export const codeWish = z.object({
  capacity: z.enum(['insured', 'successor', 'agent']),
  paperReference,
  holderName: z
    .string()
    .trim()
    .min(1)
    .max(70)
    .nullable()
    .default(null)
    .describe(
      '继承人本人证件上的姓名；写了才能在网上放弃自己的份额 / a successor’s name as their document has it; without it they waive at the window only',
    ),
  holderIdentity: identity
    .nullable()
    .default(null)
    .describe(
      '与姓名一起核对的证件；未成年继承人的监护人，写了才能在网上为孩子换收款账户 / the document compared with the name; a child’s guardian is known by both, or names another account at the window only',
    ),
  loginId: loginIdText.nullable().default(null).describe('要找回的账号 / the login to recover'),
});
export const employerId = z.object({ employerId: z.string().regex(/^emp_\w{1,60}$/) });
export const employerCodeWish = codeWish.omit({ capacity: true, holderName: true, holderIdentity: true });
export const handedOver = z.object({
  code: z.string().describe('只显示这一次 / shown this once'),
  expiresAt: instant,
});
export const logins = z.object({
  items: z.array(z.object({ loginId: loginIdText, capacity, since: instant })),
});
export const link = z.object({ personId: personIdText, loginId: loginIdText });
export const linkEnd = z.object({ capacity });

export const newKey = z.object({
  holder: z.string().trim().min(1).max(100).meta({ example: '南山区社区服务系统' }),
  scopes: z
    .array(z.string().regex(/^[a-z][a-z-]*(:read)?$/))
    .min(1)
    .max(20)
    .describe('接口分组，或 分组:read / tags of operations, or tag:read')
    .meta({ example: ['registry:read'] }),
  days: z.number().int().min(1).max(730).optional(),
});
export const madeKey = z.object({
  id: z.string(),
  key: z.string().describe('只显示这一次 / shown this once'),
  expiresAt: instant,
});
export const keysPage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      holder: z.string(),
      scopes: z.array(z.string()),
      madeBy: z.string(),
      madeAt: instant,
      expiresAt: instant,
      revokedAt: instant.nullable(),
    }),
  ),
  next,
});
export const keyId = z.object({ id: z.string().regex(/^key_\w{1,60}$/) });
