import * as z from '../zod.ts';

/** A mobile or a landline with its area code; full-width digits, spaces and +86 are forgiven. */
export const ContactPhone = z
  .string()
  .trim()
  .min(1)
  .max(30)
  .overwrite((text) =>
    text
      .normalize('NFKC')
      .replace(/[\s-]/g, '')
      .replace(/^\+?86(?=1\d{10}$)/, ''),
  )
  .regex(/^(?:1[3-9]\d{9}|0\d{9,11})$/, '应是 11 位手机号，或带区号的座机号')
  .meta({ label: '电话' });
