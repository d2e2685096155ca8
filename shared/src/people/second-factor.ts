import * as z from '../zod.ts';
import { route } from '../http/route.ts';
import { PhoneNumber } from './person.ts';

/** Six figures an authenticator app shows for thirty seconds (RFC 6238); spaces between them do not matter. */
export const OneTimeCode = z
  .string()
  .max(30)
  .overwrite((code) => code.normalize('NFKC').replace(/[\s-]/g, ''))
  .refine((code) => /^\d{6}$/.test(code), '动态验证码是 6 位数字')
  .meta({ label: '动态验证码' });

/** What an authenticator app is told once: by a picture of `address`, or by typing `secret`. */
export const SecondFactorSecret = z
  .object({ secret: z.string(), address: z.string() })
  .meta({ id: 'SecondFactorSecret' });
export type SecondFactorSecret = z.infer<typeof SecondFactorSecret>;

/** Why a right password is not enough yet: the codes of the problems a sign-in answers with. */
export const SECOND_FACTOR_MISSING = 'second-factor-missing';
export const SECOND_FACTOR_WANTED = 'second-factor-wanted';

/** For an administrator who has none yet; it holds from the first sign-in with one of its codes. */
export const beginSecondFactor = route({
  method: 'POST',
  path: '/second-factors',
  summary: '设置动态验证码（管理员，第一次登录时）',
  access: 'public',
  body: z.object({ phone: PhoneNumber, password: z.string().min(1).max(128).meta({ label: '密码' }) }),
  response: SecondFactorSecret,
});

/** For another telephone: the next sign-in sets it up anew. Ends the person's other sessions. */
export const removeSecondFactor = route({
  method: 'POST',
  path: '/second-factor-removals',
  summary: '取消现在的动态验证码，下次登录时重新设置',
  access: ['administrator'],
  body: z.object({ code: OneTimeCode }),
  response: z.object({ done: z.literal(true) }),
});
