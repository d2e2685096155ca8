import { MATERIAL_FORM_LABELS, MATERIAL_SOURCE_LABELS, SERVICE_KIND_LABELS } from './service-guide.ts';
import type { GuideContent, GuideMaterial } from './service-guide.ts';

/** Who takes the papers and who decides, as they are called. */
export interface GuideUnits {
  accepting: string;
  /** Null where nothing is approved. */
  deciding: string | null;
}

/** One field of a guide as it is read: its name, and one line for each thing it says. */
export interface GuideField {
  label: string;
  lines: readonly string[];
}

/** `当场办结`, `5 个工作日`. */
export function limitInWords(workingDays: number): string {
  return workingDays === 0 ? '当场办结' : `${workingDays} 个工作日`;
}

/** `不收费`, `收费：工本费 10 元`. */
export function feeInWords(fee: GuideContent['fee']): string {
  return fee.isCharged ? `收费：${fee.standard}` : '不收费';
}

/** `原件 1 份`. */
export function copiesInWords({ form, count }: Pick<GuideMaterial, 'form' | 'count'>): string {
  const copies = form === 'original-and-copy' ? `各 ${count} 份` : `${count} 份`;
  return `${MATERIAL_FORM_LABELS[form]} ${copies}`;
}

/** `由村委会开具`; only that it is one's own where nothing more is said. */
export function sourceInWords({ source, sourceWords }: Pick<GuideMaterial, 'source' | 'sourceWords'>): string {
  return sourceWords || MATERIAL_SOURCE_LABELS[source];
}

/** A paper in one line, as a table for print has it. */
export function materialInWords(material: GuideMaterial): string {
  const parts = [copiesInWords(material), sourceInWords(material), material.note];
  const when = material.needed === 'by-answers' ? '（视情况）' : '';
  return `${material.name}${when}：${parts.filter(Boolean).join('；')}`;
}

const numbered = (lines: readonly string[]) =>
  lines.length > 1 ? lines.map((line, index) => `${index + 1}. ${line}`) : lines;

/** The ten fields of the county's annex, row 9, in its order. */
export function tenFields(content: GuideContent, units: GuideUnits): GuideField[] {
  const { limits, fee } = content;
  const statutory =
    limits.statutoryDays === null ? '法律法规没有规定时限' : `法定 ${limitInWords(limits.statutoryDays)}`;
  return [
    { label: '事项名称', lines: [content.title] },
    { label: '事项类别', lines: [SERVICE_KIND_LABELS[content.kind]] },
    { label: '办理依据', lines: numbered(content.basis) },
    { label: '受理机构', lines: [content.acceptingWords || units.accepting] },
    { label: '审批机构', lines: [content.decidingWords || units.deciding || '不需要审批'] },
    { label: '办事条件', lines: content.conditions.length ? numbered(content.conditions) : ['没有限制条件'] },
    {
      label: '申请资料',
      lines: content.materials.length ? numbered(content.materials.map(materialInWords)) : ['不需要材料'],
    },
    {
      label: '基本流程',
      lines: numbered(content.steps.map(({ name, words }) => (words ? `${name}：${words}` : name))),
    },
    { label: '办理时限', lines: [statutory, `承诺 ${limitInWords(limits.promisedDays)}`] },
    {
      label: '收费情况',
      lines: fee.isCharged ? ['收费', `收费依据：${fee.basis}`, `收费标准：${fee.standard}`] : ['不收费'],
    },
  ];
}

/** Everything a guide says, for setting two versions beside each other. */
export function allFields(content: GuideContent, units: GuideUnits): GuideField[] {
  const { contact, tree } = content;
  return [
    { label: '通俗名称', lines: [content.plainTitle] },
    { label: '大家怎么说', lines: content.everydayWords },
    { label: '办给谁', lines: [AUDIENCE_LABELS[content.audience]] },
    ...tenFields(content, units),
    { label: '网上办理', lines: content.onlineUrl ? [content.onlineUrl] : [] },
    { label: '常见问题', lines: content.questions.map(({ question, answer }) => `问：${question} 答：${answer}`) },
    { label: '常见错误', lines: content.mistakes },
    { label: '咨询人', lines: [[contact.name, contact.post, contact.phone].filter(Boolean).join(' ')] },
    { label: '几个问题', lines: tree ? treeInWords(content) : [] },
  ];
}

export const AUDIENCE_LABELS = { people: '个人', business: '企业' } as const satisfies Record<
  GuideContent['audience'],
  string
>;

/** The questions with what each answer asks for, so that a reviewer reads what a resident is led through. */
function treeInWords({ tree, materials }: GuideContent): string[] {
  const names = new Map(materials.map(({ key, name }) => [key, name]));
  const questions = new Map(tree?.questions.map(({ key, question }) => [key, question]));
  return (tree?.questions ?? []).flatMap(({ question, options }) =>
    options.map((option) => {
      const asked = option.materialKeys.map((key) => names.get(key) ?? key).join('、');
      const leads = option.stop
        ? `不适用：${option.stop}`
        : [asked && `要带${asked}`, option.note, option.nextKey && `接着问“${questions.get(option.nextKey) ?? ''}”`]
            .filter(Boolean)
            .join('；');
      return `${question} → ${option.label}：${leads || '不另外要材料'}`;
    }),
  );
}

/** Fields that read differently in two versions, each with both; `before` is empty for a guide's first version. */
export function changedFields(
  before: readonly GuideField[],
  after: readonly GuideField[],
): { label: string; before: readonly string[]; after: readonly string[] }[] {
  const old = new Map(before.map(({ label, lines }) => [label, lines]));
  return after
    .map(({ label, lines }) => ({ label, before: old.get(label) ?? [], after: lines }))
    .filter((field) => field.before.join('\n') !== field.after.join('\n'));
}
