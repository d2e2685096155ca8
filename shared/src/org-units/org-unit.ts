import * as z from '../zod.ts';
import { Day, GivenDay } from '../calendar/day.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';

export const OrgUnitKind = z.enum(['county', 'department', 'township', 'subdistrict', 'village', 'community']);
export type OrgUnitKind = z.infer<typeof OrgUnitKind>;

export const ORG_UNIT_KIND_LABELS = {
  county: '县',
  department: '县级部门',
  township: '乡镇',
  subdistrict: '街道',
  village: '村',
  community: '社区',
} as const satisfies Record<OrgUnitKind, string>;

/** What a unit is besides its kind; group words of a plan ("县级行权部门") are resolved by these (rules P2). */
export const UnitTrait = z.enum([
  'government-department',
  'party-organ',
  'administrative-powers',
  'county-level',
  'window-service',
]);
export type UnitTrait = z.infer<typeof UnitTrait>;

export const UNIT_TRAIT_LABELS = {
  'government-department': '县政府工作部门',
  'party-organ': '党委机构',
  'administrative-powers': '县级行权部门',
  'county-level': '县级单位',
  'window-service': '设有服务窗口',
} as const satisfies Record<UnitTrait, string>;

/** A body of the county; W3C ORG's OrganizationalUnit. */
export const OrgUnit = z
  .object({
    id: z.uuid(),
    parentId: z.uuid().nullable(),
    kind: OrgUnitKind.meta({ label: '单位类型' }),
    name: z.string().trim().min(2).max(60).meta({ label: '单位名称' }),
    /** Other names it is called by in documents: 县人社局. */
    aliases: z.array(z.string().trim().min(1).max(60)).max(20).meta({ label: '别名' }),
    traits: z.array(UnitTrait).meta({ label: '单位属性' }),
    /** Shown and dialled; not anybody's own number. */
    officePhone: z.string().trim().max(30).nullable().meta({ label: '办公电话' }),
    /** Who answers for the unit's work, by name and post as the county publishes it. */
    contactName: z.string().trim().max(30).nullable().meta({ label: '联系人' }),
    validFrom: Day,
    validUntil: Day.nullable(),
    /** The unit that took over its work. */
    successorId: z.uuid().nullable(),
    /** Official order of listing. */
    position: z.int().min(0),
  })
  .meta({ id: 'OrgUnit' });
export type OrgUnit = z.infer<typeof OrgUnit>;

export const NewOrgUnit = OrgUnit.pick({
  id: true,
  parentId: true,
  kind: true,
  name: true,
  aliases: true,
  traits: true,
  officePhone: true,
  contactName: true,
}).meta({ id: 'NewOrgUnit' });
export type NewOrgUnit = z.infer<typeof NewOrgUnit>;

export const OrgUnitChange = NewOrgUnit.omit({ id: true, parentId: true, kind: true })
  .partial()
  .meta({ id: 'OrgUnitChange' });
export type OrgUnitChange = z.infer<typeof OrgUnitChange>;

/** One unit goes into another: its open assignments move, its history stays (rules P4). */
export const UnitMerger = z
  .object({ intoUnitId: z.uuid().meta({ label: '并入单位' }), on: GivenDay.meta({ label: '生效日期' }) })
  .meta({ id: 'UnitMerger' });
export type UnitMerger = z.infer<typeof UnitMerger>;

/** Whether the unit exists on a day. */
export function isValidOn(unit: Pick<OrgUnit, 'validFrom' | 'validUntil'>, day: Day): boolean {
  return unit.validFrom <= day && (unit.validUntil === null || day <= unit.validUntil);
}

/**
 * From which day one unit may go into another: what it has open moves at once, so that it cannot lie ahead, and not
 * before both existed. A unit does not go into one that is under it, however far, and the county into none.
 */
export function canMergeOn(
  unit: OrgUnit,
  into: OrgUnit,
  { on, today, isUnder }: { on: Day; today: Day; isUnder: boolean },
): Verdict {
  if (unit.kind === 'county') return refused('wrong-state', '县本身不能并入其他单位');
  if (on > today) return refused('wrong-state', `生效日期不能晚于今天 ${today}：在办事项会立即移交`);
  if (on <= unit.validFrom || on < into.validFrom)
    return refused('wrong-state', '生效日期不能早于两个单位设立的日期，请核对');
  if (isUnder) return refused('wrong-state', `${into.name}是${unit.name}的下属单位，不能并入`);
  return allowed;
}
