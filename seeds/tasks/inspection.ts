import { addDays, type Day } from '@county/shared/calendar/day';
import type { Rectification } from '@county/shared/tasks/findings/finding';
import type { RecheckOutcome, RecheckWay } from '@county/shared/tasks/findings/recheck';
import type { PublicLineSubject } from '@county/shared/tasks/public/public-line';

/** One thing that happened to a finding of the demo's inspection; `ago` counts days before today. */
export type FindingStep = { ago: number } & (
  | { kind: 'acknowledged' }
  | { kind: 'reported'; percent: number; words: string }
  | { kind: 'measure-stated'; words: string; dueIn: number }
  | { kind: 'completed'; words: string; proof: string }
  | { kind: 'recheck'; outcome: RecheckOutcome; way: RecheckWay; words: string }
  | { kind: 'closed' }
  | { kind: 'public'; subject: PublicLineSubject; words: string }
  | { kind: 'withheld'; words: string }
);

export interface FindingSeed {
  category: string;
  problem: string;
  measure: string;
  requirement: string;
  unitName: string;
  answerable: string;
  /** Days from today; null for what is kept up for good. */
  dueIn: number | null;
  rectification: Rectification;
  story: readonly FindingStep[];
}

export const INSPECTION_TITLE = '政务公开专项督查发现问题整改清单';
const SOURCE = '县政府督查室';
const KINDS = { 'at-once': '立行立改', 'by-deadline': '限期整改', 'long-term': '长期坚持' } as const;

/** Eight findings, all invented, each at another place of its way. */
export const FINDINGS: readonly FindingSeed[] = [
  {
    category: '一、主动公开',
    problem: '抽查的五个村中有两个村没有在公开栏公布本季度惠民补贴发放结果。',
    measure: '逐村补公布本季度发放结果；今后发放后十日内在公开栏和村务群同时公布。',
    requirement: '举一反三，全县逐村核对。',
    unitName: '县民政局',
    answerable: '分管负责人',
    dueIn: -20,
    rectification: 'at-once',
    story: [
      { ago: 58, kind: 'acknowledged' },
      { ago: 50, kind: 'public', subject: 'problem', words: '个别村没有按时公布惠民补贴发放结果。' },
      { ago: 49, kind: 'public', subject: 'measure', words: '逐村补公布；今后发放后十日内在公开栏公布。' },
      { ago: 40, kind: 'reported', percent: 100, words: '两个村已经补公布，全县各村逐一核对完毕。' },
      { ago: 36, kind: 'completed', words: '全部村已公布，公布办法已印发。', proof: '各村公开栏照片和核对台账' },
      { ago: 30, kind: 'recheck', outcome: 'met', way: 'on-the-spot', words: '随机看了四个村，公开栏都有本季度结果。' },
      { ago: 29, kind: 'closed' },
      {
        ago: 25,
        kind: 'public',
        subject: 'result',
        words: '全县各村都已公布本季度补贴发放结果，并定下十日内公布的办法。',
      },
    ],
  },
  {
    category: '二、依申请公开',
    problem: '两件依申请公开的答复超过法定期限，其中一件没有说明理由。',
    measure: '逐件向申请人说明并补正答复；明确专人登记、提醒、答复。',
    requirement: '对照条例逐件核对今年的全部申请。',
    unitName: '县教育局',
    answerable: '办公室负责人',
    dueIn: -25,
    rectification: 'by-deadline',
    story: [
      { ago: 57, kind: 'acknowledged' },
      { ago: 45, kind: 'reported', percent: 60, words: '两件已向申请人说明，正在补正答复。' },
      { ago: 28, kind: 'reported', percent: 100, words: '两件都已补正，登记表已建立。' },
      { ago: 27, kind: 'completed', words: '两件答复已补正，专人已明确。', proof: '补正答复书存根和登记表' },
      {
        ago: 24,
        kind: 'recheck',
        outcome: 'unmet',
        way: 'by-papers',
        words: '登记表只有最近两件，今年其余申请没有核对。',
      },
      { ago: 15, kind: 'completed', words: '今年全部申请已逐件核对并登记。', proof: '全年申请登记表和核对记录' },
      { ago: 12, kind: 'recheck', outcome: 'met', way: 'by-papers', words: '逐件对照登记表和答复书，没有再发现超期。' },
      { ago: 11, kind: 'closed' },
      { ago: 9, kind: 'public', subject: 'problem', words: '有依申请公开的答复超过法定期限。' },
      { ago: 7, kind: 'public', subject: 'result', words: '超期的答复已经补正，今年的申请已全部核对登记。' },
    ],
  },
  {
    category: '一、主动公开',
    problem: '部门预算公开的表格缺少政府采购预算一项。',
    measure: '补齐缺项重新公开，并核对下属单位的公开表格。',
    requirement: '',
    unitName: '县财政局',
    answerable: '预算股负责人',
    dueIn: 6,
    rectification: 'by-deadline',
    story: [
      { ago: 55, kind: 'acknowledged' },
      { ago: 50, kind: 'public', subject: 'problem', words: '部门预算公开的表格缺少政府采购预算。' },
      { ago: 20, kind: 'reported', percent: 80, words: '缺项已补齐，正在核对下属单位。' },
      { ago: 8, kind: 'public', subject: 'measure', words: '补齐缺项重新公开，并核对下属单位的表格。' },
      { ago: 5, kind: 'reported', percent: 100, words: '下属单位的表格也已核对。' },
      { ago: 3, kind: 'completed', words: '缺项已补齐并重新公开。', proof: '县政府网站预算公开栏目' },
    ],
  },
  {
    category: '三、窗口服务',
    problem: '三项办事指南所列材料与窗口实际要求不一致。',
    measure: '',
    requirement: '逐项核对全部办事指南，由业务股室签字确认。',
    unitName: '县行政审批局',
    answerable: '分管负责人',
    dueIn: 25,
    rectification: 'by-deadline',
    story: [{ ago: 50, kind: 'public', subject: 'problem', words: '部分办事指南所列材料与窗口实际要求不一致。' }],
  },
  {
    category: '三、窗口服务',
    problem: '便民服务中心公开栏破损，投诉电话看不清。',
    measure: '',
    requirement: '',
    unitName: '青石镇',
    answerable: '便民服务中心主任',
    dueIn: 12,
    rectification: 'at-once',
    story: [
      { ago: 56, kind: 'acknowledged' },
      { ago: 2, kind: 'measure-stated', words: '更换公开栏，投诉电话单独制作挂牌，中心值班人员每周查看。', dueIn: 8 },
    ],
  },
  {
    category: '一、主动公开',
    problem: '规范性文件清理结果公布后，目录没有随之更新，仍列有已废止的文件。',
    measure: '按清理结果更新目录，标明废止的文件。',
    requirement: '目录与文件库逐条对照。',
    unitName: '县司法局',
    answerable: '法规股负责人',
    dueIn: 3,
    rectification: 'by-deadline',
    story: [
      { ago: 54, kind: 'acknowledged' },
      { ago: 46, kind: 'public', subject: 'problem', words: '规范性文件目录没有及时更新。' },
      { ago: 16, kind: 'reported', percent: 90, words: '目录已更新，正在逐条对照。' },
      { ago: 9, kind: 'completed', words: '目录已更新。', proof: '县政府网站规范性文件目录' },
      {
        ago: 4,
        kind: 'recheck',
        outcome: 'unmet',
        way: 'by-papers',
        words: '抽查二十条，仍有三条已废止的文件没有标明。',
      },
    ],
  },
  {
    category: '四、长效机制',
    problem: '农村公路施工和通行信息发布不及时，群众常到现场才知道改道。',
    measure: '施工前三日发布改道信息，汛期和冰冻期每日更新。',
    requirement: '',
    unitName: '县交通运输局',
    answerable: '养护中心负责人',
    dueIn: null,
    rectification: 'long-term',
    story: [
      { ago: 52, kind: 'acknowledged' },
      { ago: 46, kind: 'public', subject: 'problem', words: '农村公路施工和通行信息发布不够及时。' },
      { ago: 45, kind: 'public', subject: 'measure', words: '施工前三日发布改道信息，汛期和冰冻期每日更新。' },
      { ago: 18, kind: 'reported', percent: 60, words: '已按施工前三日发布，最近发布六次。' },
    ],
  },
  {
    category: '四、长效机制',
    problem: '一个对外查询系统没有按要求做安全检查。',
    measure: '停用查询入口，检查整改后再开放。',
    requirement: '',
    unitName: '县市场监督管理局',
    answerable: '信息中心负责人',
    dueIn: -5,
    rectification: 'by-deadline',
    story: [
      { ago: 53, kind: 'acknowledged' },
      { ago: 50, kind: 'withheld', words: '涉及系统安全，整改完成前公开会带来风险' },
      { ago: 14, kind: 'reported', percent: 70, words: '入口已停用，正在检查。' },
    ],
  },
];

/** The list as the inspection handed it over, its cells parted by tabs; days lie around today. */
export function inspectionTable(today: Day): string {
  const head = [
    '序号',
    '类别',
    '存在问题',
    '整改措施',
    '整改要求',
    '责任单位',
    '责任人',
    '整改类型',
    '整改时限',
    '检查单位',
  ];
  const rows = FINDINGS.map((one, index) => {
    const due = one.dueIn === null ? '长期坚持' : addDays(today, one.dueIn);
    const { category, problem, measure, requirement, unitName, answerable, rectification } = one;
    const kind = KINDS[rectification];
    return [index + 1, category, problem, measure, requirement, unitName, answerable, kind, due, SOURCE];
  });
  return [head, ...rows].map((cells) => cells.join('\t')).join('\n');
}
