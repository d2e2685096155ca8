import * as z from '../zod.ts';
import { Day, GivenDay } from '../calendar/day.ts';
import { Accessibility } from './accessibility.ts';
import { OpeningHours } from './opening-hours.ts';
import { Places, Position } from './position.ts';

/** 政务服务场所 of annex rows 11 to 15 and 24. */
export const ServicePointKind = z.enum([
  'service-hall',
  'service-centre',
  'service-station',
  'disclosure-zone',
  'gazette-point',
  'age-friendly-window',
  'data-query-point',
  'self-service',
]);
export type ServicePointKind = z.infer<typeof ServicePointKind>;

export const SERVICE_POINT_KIND_LABELS = {
  'service-hall': '政务服务大厅',
  'service-centre': '便民服务中心',
  'service-station': '便民服务站',
  'disclosure-zone': '政务公开专区',
  'gazette-point': '政府公报查阅点',
  'age-friendly-window': '老年人综合窗口',
  'data-query-point': '数据查询点',
  'self-service': '自助服务机',
} as const satisfies Record<ServicePointKind, string>;

/** One thing done at a window: an item of a guide, or words where no guide is written yet. */
export const WindowService = z.object({
  guideId: z.uuid().nullable().meta({ label: '办事指南' }),
  words: z.string().trim().min(2).max(60).meta({ label: '事项' }),
});
export type WindowService = z.infer<typeof WindowService>;

export const ServiceWindow = z
  .object({
    id: z.uuid(),
    name: z.string().trim().min(1).max(40).meta({ label: '窗口名称' }),
    services: z.array(WindowService).max(80).meta({ label: '可办事项' }),
    /** Null: as the point. */
    hours: OpeningHours.nullable().meta({ label: '窗口开放时间' }),
  })
  .meta({ id: 'ServiceWindow' });
export type ServiceWindow = z.infer<typeof ServiceWindow>;

/** Who is there to ask, as the point's own notice board says it; an office phone, nobody's own. */
export const DutyPerson = z.object({
  name: z.string().trim().min(2).max(30).meta({ label: '值班人员' }),
  duty: z.string().trim().max(40).meta({ label: '职责' }),
});
export type DutyPerson = z.infer<typeof DutyPerson>;

const Phone = z
  .string()
  .trim()
  .refine(
    (phone) => /^[0-9+() -]{3,20}(?:转\d{1,6})?$/.test(phone),
    '电话只写数字，例如 0800-5501234 或 0800-5501234转3',
  );

/** What a unit keeps about one of its points: facts, which need no review to be public (decisions, Publishing). */
export const PointFacts = z
  .object({
    kind: ServicePointKind.meta({ label: '类别' }),
    name: z.string().trim().min(2).max(60).meta({ label: '名称' }),
    address: z.string().trim().min(2).max(120).meta({ label: '地址' }),
    /** 菜市场对面、村口大榕树旁: what people ask their way by. */
    landmark: z.string().trim().max(80).meta({ label: '附近标志' }),
    /** Null: nobody has been there with a phone yet; the point is in the list and not on the map. */
    position: Position.nullable().meta({ label: '位置' }),
    phone: Phone.nullable().meta({ label: '电话' }),
    /** Null: hours unknown, ring first. */
    hours: OpeningHours.nullable().meta({ label: '开放时间' }),
    windows: z.array(ServiceWindow).max(60).meta({ label: '窗口' }),
    staff: z.array(DutyPerson).max(20).meta({ label: '值班人员' }),
    accessibility: Accessibility.meta({ label: '无障碍情况' }),
    languages: z.array(z.string().trim().min(1).max(20)).max(8).meta({ label: '语言和方言' }),
    /** 逢集日上午人多，下午不用等. */
    queueHint: z.string().trim().max(80).meta({ label: '排队提示' }),
    photoId: z.uuid().nullable().meta({ label: '入口照片' }),
    /** Units whose residents it serves besides those of its own unit and the units under it. */
    servesUnitIds: z.array(z.uuid()).max(60).meta({ label: '还服务哪些村（社区）' }),
    /** The point it stands in: a disclosure zone in the county's hall. */
    insideId: z.uuid().nullable().meta({ label: '所在场所' }),
  })
  .meta({ id: 'PointFacts' });
export type PointFacts = z.infer<typeof PointFacts>;

export const ServicePoint = z
  .object({
    id: z.uuid(),
    unitId: z.uuid(),
    ...PointFacts.shape,
    /** Counts its changes; a change says which version it was made on. */
    version: z.int().min(1),
    /** Why it is there no more; null while it is. */
    withdrawnReason: z.string().nullable(),
    checkedOn: Day.nullable(),
    checkedByName: z.string().max(60).nullable(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'ServicePoint' });
export type ServicePoint = z.infer<typeof ServicePoint>;

/** A point as its unit's people see it. */
export const ServicePointView = ServicePoint.extend({
  unitName: z.string(),
  places: Places.nullable(),
  photoUrl: z.string().nullable(),
  openCorrections: z.int(),
  /** The place it stands in is there no more, and nobody has said where it stands now. */
  isPlaceWithdrawn: z.boolean(),
  /** What stands in it. */
  inside: z.array(z.object({ id: z.uuid(), name: z.string(), unitId: z.uuid(), unitName: z.string() })),
  /** Whether the unit is asked to look whether everything still holds. */
  isCheckDue: z.boolean(),
}).meta({ id: 'ServicePointView' });
export type ServicePointView = z.infer<typeof ServicePointView>;

export const NewServicePoint = PointFacts.extend({ id: z.uuid(), unitId: z.uuid().meta({ label: '所属单位' }) }).meta({
  id: 'NewServicePoint',
});
export type NewServicePoint = z.infer<typeof NewServicePoint>;

/** All facts anew, on the version the writer saw. */
export const PointChange = PointFacts.extend({
  id: z.uuid().meta({ label: '本次修改编号' }),
  onVersion: z.int().min(1).meta({ label: '修改所依据的版本' }),
}).meta({ id: 'PointChange' });
export type PointChange = z.infer<typeof PointChange>;

/** One change of a point, with the facts as they were after it. */
export const PointVersion = z
  .object({
    id: z.uuid(),
    version: z.int(),
    changedByName: z.string(),
    changedAt: z.iso.datetime(),
    /** The labels of what changed: 电话、开放时间. */
    changed: z.array(z.string()),
    facts: PointFacts,
  })
  .meta({ id: 'PointVersion' });
export type PointVersion = z.infer<typeof PointVersion>;

/** What goes out to everybody, and is kept on phones for when there is no signal. */
export const PublicPoint = PointFacts.omit({ position: true, photoId: true })
  .extend({
    id: z.uuid(),
    unitId: z.uuid(),
    unitName: z.string(),
    /** The township or subdistrict it lies in; null for the county's own. */
    townshipId: z.uuid().nullable(),
    townshipName: z.string().nullable(),
    places: Places.nullable(),
    photoUrl: z.string().nullable(),
    /** The place it stands in is there no more. */
    isPlaceWithdrawn: z.boolean(),
    checkedOn: Day.nullable(),
    checkedByName: z.string().nullable(),
    /** First letters in pinyin of the name, then of each thing done there, `qszbmfwzx bsbk`: for those who type on few keys. */
    initials: z.string(),
  })
  .meta({ id: 'PublicPoint' });
export type PublicPoint = z.infer<typeof PublicPoint>;

/** A closure or other hours for some days, put on one point at once. */
export const PointClosure = z
  .object({
    id: z.uuid(),
    onVersion: z.int().min(1),
    from: GivenDay.meta({ label: '起始日期' }),
    to: GivenDay.meta({ label: '截止日期' }),
    reason: z.string().trim().min(1).max(60).meta({ label: '原因' }),
  })
  .meta({ id: 'PointClosure' });
export type PointClosure = z.infer<typeof PointClosure>;

/** What a closure would break, said before it is sent. */
export const ClosureEffects = z
  .object({
    /** Guides whose item is done at no other point. */
    onlyHere: z.array(z.object({ guideId: z.uuid().nullable(), words: z.string() })),
    /** The nearest point of a like kind that stays open and serves the same people. */
    nearest: z.object({ id: z.uuid(), name: z.string(), metres: z.number().nullable() }).nullable(),
    /** Working days that fall into it. */
    workingDays: z.int(),
    /** What else stands on those days: 预约, 有 3 个预约. */
    alsoBroken: z.array(
      z.object({
        kind: z.string(),
        count: z.int().min(1),
        words: z.string(),
        /** Page path with its query, on which each is decided. */
        link: z.string(),
      }),
    ),
  })
  .meta({ id: 'ClosureEffects' });
export type ClosureEffects = z.infer<typeof ClosureEffects>;
