import type { OrgUnit } from '@county/shared/org-units/org-unit';
import type { UnitSeed } from './unit-seed.ts';

/** The county itself; it and every name below it are invented. */
export const COUNTY = '示例县人民政府';

type Trait = OrgUnit['traits'][number];

const government: Trait[] = ['government-department', 'county-level'];
const enforcing: Trait[] = [...government, 'administrative-powers'];
const serving: Trait[] = [...enforcing, 'window-service'];
const party: Trait[] = ['party-organ', 'county-level'];
const other: Trait[] = ['county-level'];

/** Official name, other names, traits: the departments the annex names, and the usual others of a county. */
const DEPARTMENTS: readonly [name: string, aliases: string[], traits: Trait[]][] = [
  ['县政府办公室', ['县府办'], government],
  ['县政府督查室', ['县督查室'], other],
  ['县政府信息公开办', ['县政务公开办', '县政府信息公开办公室'], other],
  ['县委组织部', [], party],
  ['县委宣传部', [], party],
  ['县委编办', ['县委机构编制委员会办公室'], party],
  ['县委社会工作部', [], party],
  ['县发展和改革局', ['县发改局'], enforcing],
  ['县经济和信息化局', ['县经信局'], government],
  ['县教育局', [], enforcing],
  ['县科学技术局', ['县科技局'], government],
  ['县公安局', [], serving],
  ['县民政局', [], serving],
  ['县司法局', [], enforcing],
  ['县财政局', [], enforcing],
  ['县人力资源和社会保障局', ['县人社局'], serving],
  ['县自然资源局', ['县自然资源和规划局'], serving],
  ['县生态环境局', [], enforcing],
  ['县住房和城乡建设局', ['县住建局'], serving],
  ['县交通运输局', ['县交通局'], enforcing],
  ['县水利局', ['县水务局'], enforcing],
  ['县农业农村局', [], enforcing],
  ['县乡村振兴局', [], government],
  ['县商务局', [], enforcing],
  ['县文化广播电视体育和旅游局', ['县文体旅游局', '县文广旅局'], enforcing],
  ['县卫生健康局', ['县卫健局'], serving],
  ['县退役军人事务局', ['县退役军人局'], government],
  ['县应急管理局', ['县应急局'], enforcing],
  ['县审计局', [], enforcing],
  ['县市场监督管理局', ['县市场监管局'], serving],
  ['县统计局', [], enforcing],
  ['县医疗保障局', ['县医保局'], serving],
  ['县综合行政执法局', ['县综合执法局'], enforcing],
  ['县林业局', [], enforcing],
  ['县行政审批局', ['县政务服务管理局', '县政务服务局'], serving],
  ['县信访局', [], government],
  ['县档案馆', ['县国家档案馆'], other],
  ['县图书馆', [], other],
  ['县融媒体中心', [], other],
  ['县气象局', [], ['county-level', 'administrative-powers']],
  ['县税务局', [], ['county-level', 'administrative-powers', 'window-service']],
  ['县残疾人联合会', ['县残联'], other],
];

export const departments: UnitSeed[] = DEPARTMENTS.map(([name, aliases, traits], index) => ({
  kind: 'department',
  name,
  aliases,
  traits,
  officePhone: `0000-1234${String(index + 1).padStart(3, '0')}`,
  contactName: '办公室值班人员',
  parentName: COUNTY,
}));
