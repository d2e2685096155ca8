import * as z from '../zod.ts';
import { Day } from '../calendar/day.ts';
import { Role } from './role.ts';

/** A number as people write one: full-width digits, spaces, hyphens and +86 are forgiven. */
const dialled = z
  .string()
  .trim()
  .min(1)
  .max(30)
  .overwrite((text) =>
    text
      .normalize('NFKC')
      .replace(/[\s-]/g, '')
      .replace(/^\+?86(?=1\d{10}$)/, ''),
  );

/** A mobile. */
export const PhoneNumber = dialled.regex(/^1[3-9]\d{9}$/, '应是 11 位数字，以 1 开头').meta({ label: '手机号' });

/** A mobile, or a landline with its area code. */
export const ContactPhone = dialled
  .regex(/^(?:1[3-9]\d{9}|0\d{9,11})$/, '应是 11 位手机号，或带区号的座机号')
  .meta({ label: '电话' });

/** One line, however it was pasted. */
export const PersonName = z
  .string()
  .trim()
  .overwrite((name) => name.replace(/\s+/g, ' '))
  .min(1)
  .max(30)
  .meta({ label: '姓名' });

export const Membership = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    unitId: z.uuid(),
    role: Role.meta({ label: '角色' }),
    from: Day,
    until: Day.nullable(),
  })
  .meta({ id: 'Membership' });
export type Membership = z.infer<typeof Membership>;

export const MembershipView = Membership.extend({ unitName: z.string() }).meta({ id: 'MembershipView' });
export type MembershipView = z.infer<typeof MembershipView>;

/** A person as those who manage the unit see them; the sign-in phone is never shown, only its last four digits. */
export const PersonView = z
  .object({
    id: z.uuid(),
    name: PersonName,
    phoneEnding: z.string().length(4).nullable(),
    memberships: z.array(MembershipView),
    /** Whether somebody can sign in: bound to WeChat, or with a password. */
    canSignIn: z.boolean(),
    invitedUntil: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PersonView' });
export type PersonView = z.infer<typeof PersonView>;

/** Somebody of the same unit: a name to choose by, and nothing more of them. */
export const Colleague = z.object({ personId: z.uuid(), name: PersonName, role: Role }).meta({ id: 'Colleague' });
export type Colleague = z.infer<typeof Colleague>;

/** Roles a unit lead or administrator hands out. */
export const StaffRole = z.enum(['officer', 'unit-lead', 'supervisor', 'administrator']).meta({ label: '角色' });

export const NewPerson = z
  .object({
    id: z.uuid(),
    name: PersonName,
    phone: PhoneNumber,
    unitId: z.uuid().meta({ label: '单位' }),
    role: StaffRole,
  })
  .meta({ id: 'NewPerson' });
export type NewPerson = z.infer<typeof NewPerson>;

export const PersonMove = z
  .object({ unitId: z.uuid().meta({ label: '调入单位' }), role: StaffRole })
  .meta({ id: 'PersonMove' });
export type PersonMove = z.infer<typeof PersonMove>;

/** A code by which a person binds WeChat or sets a password, once. */
export const Invitation = z
  .object({ code: z.string(), personId: z.uuid(), expiresAt: z.iso.datetime() })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

/** A line the unit still owes when somebody leaves. */
export const OpenWork = z
  .object({ assignmentId: z.uuid(), unitName: z.string(), title: z.string(), dueOn: Day.nullable() })
  .meta({ id: 'OpenWork' });
export type OpenWork = z.infer<typeof OpenWork>;
