import type { Day } from '../calendar/day.ts';
import type { OrgUnit } from '../org-units/org-unit.ts';
import { personalDataIn, scanInWords } from '../writings/personal-data.ts';
import type { DecisionTree, TreeOption } from './decision-tree.ts';
import type { GuideContent } from './service-guide.ts';
import type { HandbookContent } from './handbook.ts';

/** What keeps a guide from being reviewed, at its place, with the way out. */
export interface GuideFault {
  path: (string | number)[];
  message: string;
}

/** What has to hold before a guide is proposed (rules G1), besides what its schema demands. */
export function guideFaults(content: GuideContent): GuideFault[] {
  return [...limitFaults(content), ...materialFaults(content), ...treeFaults(content)];
}

function limitFaults({ limits: { statutoryDays, promisedDays } }: GuideContent): GuideFault[] {
  if (statutoryDays === null || promisedDays <= statutoryDays) return [];
  const message = `承诺办理时限 ${promisedDays} 个工作日超过了法定的 ${statutoryDays} 个，请改为 ${statutoryDays} 个以内`;
  return [{ path: ['limits', 'promisedDays'], message }];
}

function materialFaults({ materials, tree }: GuideContent): GuideFault[] {
  const faults: GuideFault[] = [];
  const asked = new Set(reachable(tree).flatMap(({ options }) => options.flatMap(({ materialKeys }) => materialKeys)));
  materials.forEach(({ key, name, source, sourceWords, needed, note }, at) => {
    const what = `申请资料第 ${at + 1} 项“${name}”`;
    const fault = (field: string, message: string) => faults.push({ path: ['materials', at, field], message });
    const first = materials.findIndex((one) => one.key === key);
    if (first < at) fault('key', `${what}与第 ${first + 1} 项的编号“${key}”相同，请删去其中一项重新添加`);
    if (source === 'authority' && !sourceWords) fault('sourceWords', `${what}由别处开具，请写明到哪里开`);
    if (needed === 'by-answers' && !tree && !note)
      fault('note', `${what}不是人人都要，请在说明里写清什么情况需要，或写成“几个问题”`);
    if (needed === 'by-answers' && tree && !asked.has(key))
      fault('needed', `${what}要看回答才需要，但没有哪个选项会用到它；请在“几个问题”里选上，或改为必需`);
  });
  return faults;
}

function treeFaults({ tree, materials }: GuideContent): GuideFault[] {
  if (!tree) return [];
  const faults: GuideFault[] = [];
  const keys = tree.questions.map(({ key }) => key);
  const known = new Set(materials.map(({ key }) => key));
  const asked = new Set(reachable(tree));
  tree.questions.forEach((question, at) => {
    const what = `第 ${at + 1} 个问题“${question.question}”`;
    const path = ['tree', 'questions', at];
    if (keys.indexOf(question.key) < at)
      faults.push({ path: [...path, 'key'], message: `${what}与前面的问题编号相同，请删去重新添加` });
    else if (!asked.has(question)) {
      const message = `${what}不会被问到；请让前面的某个选项接到它，或删去`;
      faults.push({ path: [...path, 'question'], message });
    }
    question.options.forEach((option, place) => {
      const optionPath = [...path, 'options', place];
      const isAgain = question.options.findIndex(({ key }) => key === option.key) < place;
      if (isAgain)
        faults.push({
          path: [...optionPath, 'key'],
          message: `${what}的选项“${option.label}”编号重复，请删去重新添加`,
        });
      faults.push(...optionFaults(option, { what, path: optionPath, keys, known }));
    });
  });
  return [...faults, ...ringFaults(tree)];
}

interface Place {
  what: string;
  path: (string | number)[];
  keys: readonly string[];
  known: ReadonlySet<string>;
}

function optionFaults(option: TreeOption, { what, path, keys, known }: Place): GuideFault[] {
  const faults: GuideFault[] = [];
  const where = `${what}的选项“${option.label}”`;
  if (option.nextKey !== null && !keys.includes(option.nextKey)) {
    const message = `${where}接到的问题已不存在，请另选一个问题或改为结束`;
    faults.push({ path: [...path, 'nextKey'], message });
  }
  if (option.nextKey !== null && option.stop !== null) {
    const message = `${where}既写了不适用，又接着问；请只留一样`;
    faults.push({ path: [...path, 'stop'], message });
  }
  if (option.stop !== null && option.stop.length < 4) {
    const message = `${where}请写明为什么不适用、应当怎么办`;
    faults.push({ path: [...path, 'stop'], message });
  }
  option.materialKeys.forEach((key, at) => {
    if (known.has(key)) return;
    const message = `${where}用到的材料“${key}”已不在申请资料里，请重新选择`;
    faults.push({ path: [...path, 'materialKeys', at], message });
  });
  return faults;
}

/** Answers that lead back to a question already asked would be asked for ever. */
function ringFaults({ questions }: DecisionTree): GuideFault[] {
  const after = nextOf(questions);
  const at = questions.findIndex((question) => {
    const seen = new Set(after(question));
    for (const next of seen) for (const one of after(next)) seen.add(one);
    return seen.has(question);
  });
  if (at < 0) return [];
  const message = `第 ${at + 1} 个问题“${questions[at]!.question}”回答下去又会问到自己，请把绕回来的选项改为结束或接到别的问题`;
  return [{ path: ['tree', 'questions', at], message }];
}

/** The questions some way of answering comes to, the first one first. */
function reachable(tree: DecisionTree | null): DecisionTree['questions'] {
  if (!tree) return [];
  const after = nextOf(tree.questions);
  const seen = new Set(tree.questions.slice(0, 1));
  // A set takes what is added while it is walked, and each once: a ring ends too.
  for (const question of seen) for (const next of after(question)) seen.add(next);
  return [...seen];
}

function nextOf(questions: DecisionTree['questions']) {
  const byKey = new Map([...questions].reverse().map((question) => [question.key, question]));
  return ({ options }: DecisionTree['questions'][number]) =>
    options.flatMap(({ nextKey }) => (nextKey === null ? [] : (byKey.get(nextKey) ?? [])));
}

type UnitFacts = Pick<OrgUnit, 'name' | 'kind' | 'validUntil'>;

/** The offices a guide names are there; a village's window takes papers and hands out results, it approves nothing (rules G2). */
export function guideUnitFaults(
  { acceptingUnitId, decidingUnitId }: GuideContent,
  units: ReadonlyMap<string, UnitFacts>,
  today: Day,
): GuideFault[] {
  const faults: GuideFault[] = [];
  const demandStanding = (field: 'acceptingUnitId' | 'decidingUnitId', label: string, unitId: string) => {
    const unit = units.get(unitId);
    if (!unit) faults.push({ path: [field], message: `没有找到${label}，请从单位列表里重新选择` });
    else if (unit.validUntil !== null && unit.validUntil < today)
      faults.push({ path: [field], message: `${label}“${unit.name}”已撤并，请改选现在的单位` });
    else if (field === 'decidingUnitId' && (unit.kind === 'village' || unit.kind === 'community'))
      faults.push({
        path: [field],
        message: `“${unit.name}”的窗口只咨询、受理、查询、领取结果，不能是审批机构，请改选作决定的单位`,
      });
  };
  demandStanding('acceptingUnitId', '受理机构', acceptingUnitId);
  if (decidingUnitId) demandStanding('decidingUnitId', '审批机构', decidingUnitId);
  return faults;
}

/** Nothing in it looks like somebody's number (rules U5); the phone of the office may be a mobile. */
export function personalDataFaults(content: GuideContent | HandbookContent): GuideFault[] {
  return personalDataIn(content, FIELD_LABELS, 'contact' in content ? content.contact.phone : '');
}

/** What the scan says of a content that may be kept, for the reviewer and the record. */
export function personalDataScan(content: GuideContent | HandbookContent): string {
  return scanInWords('contact' in content ? content.contact.phone : '');
}

/** As the county's annex names them, row 9. */
export const GUIDE_FIELD_LABELS = {
  title: '事项名称',
  plainTitle: '通俗名称',
  everydayWords: '大家怎么说',
  kind: '事项类别',
  audience: '办给谁',
  basis: '办理依据',
  acceptingUnitId: '受理机构',
  acceptingWords: '受理机构说明',
  decidingUnitId: '审批机构',
  decidingWords: '审批机构说明',
  conditions: '办事条件',
  materials: '申请资料',
  steps: '基本流程',
  limits: '办理时限',
  fee: '收费情况',
  onlineUrl: '网上办理',
  questions: '常见问题',
  mistakes: '常见错误',
  contact: '咨询电话',
  tree: '几个问题',
} as const satisfies Record<keyof GuideContent, string>;

const FIELD_LABELS: Record<string, string> = {
  ...GUIDE_FIELD_LABELS,
  title: '名称',
  matter: '人生大事',
  intro: '说明',
  submittedOnce: '只交一次的材料',
};

/** What has to hold before a handbook is proposed; `publicIds` are the guides everybody may read now. */
export function handbookFaults({ steps }: HandbookContent, publicIds: ReadonlySet<string>): GuideFault[] {
  return steps.flatMap(({ guideId, isParallel }, at) => {
    const faults: GuideFault[] = [];
    const first = steps.findIndex((step) => step.guideId === guideId);
    const path = ['steps', at];
    if (first < at) faults.push({ path, message: `第 ${at + 1} 步与第 ${first + 1} 步是同一份办事指南，请删去一步` });
    else if (!publicIds.has(guideId))
      faults.push({ path, message: `第 ${at + 1} 步的办事指南还没有公开或已撤下，请先公开，或换一份` });
    if (at === 0 && isParallel)
      faults.push({ path, message: '第 1 步前面没有别的步骤，不能写“可与上一步同时办”，请去掉' });
    return faults;
  });
}
