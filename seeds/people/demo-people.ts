import type { Role } from '@county/shared/people/role';

export interface PersonSeed {
  /** Names a person of the demo; null for the many others. */
  key: string | null;
  name: string;
  role: Role;
  unitName: string | null;
  phone: string | null;
  about: string;
}

type Keyed = PersonSeed & { key: string };

/** People one can be in the demo. All invented; the numbers belong to nobody. */
export const demoPeople: Keyed[] = [
  {
    key: 'village-officer',
    name: '罗小满',
    role: 'officer',
    unitName: '青石镇石桥村',
    phone: '19900000001',
    about: '石桥村的经办人，用手机填报村里的进展。',
  },
  {
    key: 'township-officer',
    name: '秦向阳',
    role: 'officer',
    unitName: '青石镇',
    phone: '19900000002',
    about: '青石镇的经办人，填报镇里承担的任务。',
  },
  {
    key: 'department-officer',
    name: '孟文静',
    role: 'officer',
    unitName: '县行政审批局',
    phone: '19900000003',
    about: '县行政审批局的经办人。',
  },
  {
    key: 'unit-lead',
    name: '段立新',
    role: 'unit-lead',
    unitName: '青石镇',
    phone: '19900000004',
    about: '青石镇的负责人：分解到村、确认办结、管理本镇人员。',
  },
  {
    key: 'department-lead',
    name: '贺敏',
    role: 'unit-lead',
    unitName: '县行政审批局',
    phone: '19900000005',
    about: '县行政审批局的负责人。',
  },
  {
    key: 'supervisor',
    name: '周正言',
    role: 'supervisor',
    unitName: '县政府督查室',
    phone: '19900000006',
    about: '县政府督查室的督查员：导入分解表、退回、销号、看台账。',
  },
  {
    key: 'supervisor-open-office',
    name: '苏明远',
    role: 'supervisor',
    unitName: '县政府信息公开办',
    phone: '19900000007',
    about: '县政府信息公开办的督查员；本单位的任务由别的单位核验。',
  },
  {
    key: 'supervision-lead',
    name: '邹克勤',
    role: 'unit-lead',
    unitName: '县政府督查室',
    phone: '19900000011',
    about: '县政府督查室的负责人：批准通报。',
  },
  {
    key: 'administrator',
    name: '韩守成',
    role: 'administrator',
    unitName: '县政府办公室',
    phone: '19900000008',
    about: '系统管理员：单位、人员和操作日志。',
  },
  {
    key: 'resident',
    name: '王大娘',
    role: 'resident',
    unitName: null,
    phone: null,
    about: '普通群众，看公开的任务进展，提投诉建议。',
  },
  {
    key: 'second-village-officer',
    name: '田春生',
    role: 'officer',
    unitName: '青石镇青龙村',
    phone: '19900000009',
    about: '同镇青龙村的经办人，看不到石桥村的填报内容。',
  },
  {
    key: 'other-township-officer',
    name: '柳长河',
    role: 'officer',
    unitName: '白杨镇',
    phone: '19900000010',
    about: '白杨镇的经办人。',
  },
];
