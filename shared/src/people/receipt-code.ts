import * as z from '../zod.ts';

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 6;

/**
 * What somebody without an account is known by again, together with their phone: six signs that are not taken for one
 * another when read out; small letters and spaces do not make another.
 */
export const receiptCode = (label: string) =>
  z
    .string()
    .max(20)
    .overwrite((code) => code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase())
    .refine((code) => code.length === CODE_LENGTH && [...code].every((sign) => SIGNS.includes(sign)), {
      error: `${label}是 6 位数字和字母，请再看一遍短信或纸条`,
      abort: true,
    })
    .meta({ label });

/** A code from random bytes. */
export function codeFrom(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, CODE_LENGTH), (byte) => SIGNS.charAt(byte % SIGNS.length)).join('');
}

/** The signs of a code apart, to be read out: `K7M 2QX`. */
export function codeInWords(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** The secret of a record's own link. */
export const LinkKey = z
  .string()
  .regex(/^[\w-]{16,64}$/)
  .meta({ label: '链接' });

/** `138****5678`: enough to know a number by, not to ring it. */
export function maskedPhone<Phone extends string | null>(phone: Phone): Phone extends string ? string : null;
export function maskedPhone(phone: string | null): string | null {
  return phone && `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
