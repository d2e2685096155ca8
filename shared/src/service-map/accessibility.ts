import * as z from '../zod.ts';

/** "No information" is a value: it is said, and never read as "no". */
export const Known = z.enum(['yes', 'no', 'unknown']);
export type Known = z.infer<typeof Known>;

/** What somebody who cannot climb, see or hear well has to know before setting out. */
export const Accessibility = z
  .object({
    ramp: Known.meta({ label: '坡道或平进' }),
    /** Of the narrowest door on the way in; null when nobody has measured. */
    doorWidthCm: z.int().min(40).max(400).nullable().meta({ label: '门宽（厘米）' }),
    lowCounter: Known.meta({ label: '低位柜台' }),
    toilet: Known.meta({ label: '无障碍卫生间' }),
    hearingLoop: Known.meta({ label: '助听设备' }),
    parking: Known.meta({ label: '无障碍停车位' }),
    wheelchair: Known.meta({ label: '可借轮椅' }),
    seats: Known.meta({ label: '休息座椅' }),
    /** How to get in, in words: 东侧门有坡道，按铃有人来接. */
    words: z.string().trim().max(200).meta({ label: '怎样进门' }),
  })
  .meta({ id: 'Accessibility' });
export type Accessibility = z.infer<typeof Accessibility>;

export const NOTHING_KNOWN: Accessibility = {
  ramp: 'unknown',
  doorWidthCm: null,
  lowCounter: 'unknown',
  toilet: 'unknown',
  hearingLoop: 'unknown',
  parking: 'unknown',
  wheelchair: 'unknown',
  seats: 'unknown',
  words: '',
};
