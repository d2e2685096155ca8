import { addMonths, type Day } from '@county/shared/calendar/day';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import type { TreeQuestion } from '@county/shared/service-guides/decision-tree';
import { guideFaults, personalDataFaults } from '@county/shared/service-guides/guide-faults';
import { reviewDayFault } from '@county/shared/service-guides/guide-rules';
import {
  GuideContent,
  type GuideMaterial,
  type ServiceGuide,
  type ServiceKind,
} from '@county/shared/service-guides/service-guide';

export interface FormMaterial extends Omit<GuideMaterial, 'count'> {
  count: number | null;
}

export interface FormUnit {
  unitId: string;
  unitName: string;
}

/** A guide as it is being written: everything may still be missing. */
export interface GuideForm {
  /** Of the guide, and of this change of it; drawn once, so that sending again does nothing twice. */
  id: string;
  changeId: string;
  /** The revision the words were begun on; 0 for a new guide. */
  onRevision: number;
  unit: FormUnit | null;
  reviewOn: Day;
  title: string;
  plainTitle: string;
  /** One a line, as are the other lists of sentences. */
  everydayWords: string;
  kind: ServiceKind | null;
  audience: GuideContent['audience'] | null;
  basis: string;
  accepting: FormUnit | null;
  acceptingWords: string;
  deciding: FormUnit | null;
  decidingWords: string;
  conditions: string;
  materials: FormMaterial[];
  steps: GuideContent['steps'];
  statutoryDays: number | null;
  promisedDays: number | null;
  isCharged: 'yes' | 'no' | null;
  feeBasis: string;
  feeStandard: string;
  onlineUrl: string;
  questions: GuideContent['questions'];
  mistakes: string;
  contact: GuideContent['contact'];
  tree: TreeQuestion[];
}

const USUAL_MONTHS = 6;

export const emptyForm = (id: string, changeId: string, unit: FormUnit | null, today: Day): GuideForm => ({
  id,
  changeId,
  onRevision: 0,
  unit,
  reviewOn: addMonths(today, USUAL_MONTHS),
  title: '',
  plainTitle: '',
  everydayWords: '',
  kind: null,
  audience: null,
  basis: '',
  accepting: unit,
  acceptingWords: '',
  deciding: null,
  decidingWords: '',
  conditions: '',
  materials: [],
  steps: [{ name: '', words: '' }],
  statutoryDays: null,
  promisedDays: null,
  isCharged: null,
  feeBasis: '',
  feeStandard: '',
  onlineUrl: '',
  questions: [],
  mistakes: '',
  contact: { name: '', post: '', phone: '' },
  tree: [],
});

/** A guide opened to be changed; names of units are looked up by the page. */
export function formOf(
  guide: ServiceGuide,
  changeId: string,
  nameOf: (unitId: string) => string,
  today: Day,
): GuideForm {
  const { content } = guide;
  const unit = (unitId: string): FormUnit => ({ unitId, unitName: nameOf(unitId) });
  return {
    id: guide.id,
    changeId,
    onRevision: guide.revision,
    unit: { unitId: guide.unitId, unitName: guide.unitName },
    // A day that has passed will not do for the next check.
    reviewOn: guide.reviewOn > today ? guide.reviewOn : addMonths(today, USUAL_MONTHS),
    title: content.title,
    plainTitle: content.plainTitle,
    everydayWords: content.everydayWords.join('\n'),
    kind: content.kind,
    audience: content.audience,
    basis: content.basis.join('\n'),
    accepting: unit(content.acceptingUnitId),
    acceptingWords: content.acceptingWords ?? '',
    deciding: content.decidingUnitId === null ? null : unit(content.decidingUnitId),
    decidingWords: content.decidingWords ?? '',
    conditions: content.conditions.join('\n'),
    materials: content.materials,
    steps: content.steps,
    ...content.limits,
    isCharged: content.fee.isCharged ? 'yes' : 'no',
    feeBasis: content.fee.isCharged ? content.fee.basis : '',
    feeStandard: content.fee.isCharged ? content.fee.standard : '',
    onlineUrl: content.onlineUrl ?? '',
    questions: content.questions,
    mistakes: content.mistakes.join('\n'),
    contact: content.contact,
    tree: content.tree?.questions ?? [],
  };
}

/** What the form says, in the shape of a guide; what is missing stays missing, for the schema to name. */
function contentOf(form: GuideForm): Record<keyof GuideContent, unknown> {
  const words = (text: string) => (text.trim() ? text : undefined);
  return {
    title: form.title,
    plainTitle: form.plainTitle,
    everydayWords: linesOf(form.everydayWords),
    kind: form.kind ?? undefined,
    audience: form.audience ?? undefined,
    basis: linesOf(form.basis),
    acceptingUnitId: form.accepting?.unitId,
    acceptingWords: words(form.acceptingWords),
    decidingUnitId: form.deciding?.unitId ?? null,
    decidingWords: words(form.decidingWords),
    conditions: linesOf(form.conditions),
    materials: form.materials,
    steps: form.steps,
    limits: { statutoryDays: form.statutoryDays, promisedDays: form.promisedDays },
    fee:
      form.isCharged === 'yes'
        ? { isCharged: true, basis: form.feeBasis, standard: form.feeStandard }
        : form.isCharged === 'no'
          ? { isCharged: false }
          : undefined,
    onlineUrl: words(form.onlineUrl) ?? null,
    questions: form.questions,
    mistakes: linesOf(form.mistakes),
    contact: form.contact,
    tree: form.tree.length ? { questions: form.tree } : null,
  };
}

export const linesOf = (text: string): string[] =>
  text
    .split(/\n/)
    .map((line) => line.trim())
    .filter(Boolean);

export type CheckedForm = { content: GuideContent | null; issues: FieldIssue[] };

/** By the shared schema and rules, as the server will check it; every fault at its field. */
export function checkForm(form: GuideForm, today: Day): CheckedForm {
  const { fee, ...content } = contentOf(form);
  const checked = checkInput(GuideContent, { ...content, fee: fee ?? { isCharged: false } });
  const rest: FieldIssue[] = [];
  if (!form.unit) rest.push({ path: ['unitId'], message: '请选择主管单位' });
  if (fee === undefined) rest.push({ path: ['fee'], message: '请选择收不收费' });
  const dayFault = form.reviewOn ? reviewDayFault(form.reviewOn, today) : '请填写下次核对日期';
  if (dayFault) rest.push({ path: ['reviewOn'], message: dayFault });
  if (!checked.valid) return { content: null, issues: [...checked.issues, ...rest] };
  const faults = [...guideFaults(checked.value), ...personalDataFaults(checked.value), ...rest];
  return { content: checked.value, issues: faults };
}

/** Keys tie answers to papers; a new one is none of those there are. */
export function newKey(prefix: string, taken: readonly { key: string }[]): string {
  let count = taken.length + 1;
  while (taken.some(({ key }) => key === `${prefix}${count}`)) count += 1;
  return `${prefix}${count}`;
}
