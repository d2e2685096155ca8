import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { handbookFaults, personalDataFaults } from '@county/shared/service-guides/guide-faults';
import { HandbookContent, type Handbook } from '@county/shared/service-guides/handbook';
import { linesOf, type FormUnit } from '../edit/guide-form';

export interface FormStep {
  /** Null until a guide is chosen. */
  guideId: string | null;
  note: string;
  isParallel: boolean;
}

/** A handbook as it is being written. */
export interface HandbookForm {
  id: string;
  changeId: string;
  onRevision: number;
  unit: FormUnit | null;
  title: string;
  matter: string;
  intro: string;
  steps: FormStep[];
  /** One a line. */
  submittedOnce: string;
}

export const freshStep = (): FormStep => ({ guideId: null, note: '', isParallel: false });

export const emptyForm = (id: string, changeId: string, unit: FormUnit | null): HandbookForm => ({
  id,
  changeId,
  onRevision: 0,
  unit,
  title: '',
  matter: '',
  intro: '',
  steps: [freshStep(), freshStep()],
  submittedOnce: '',
});

export const formOf = ({ id, revision, unitId, unitName, content }: Handbook, changeId: string): HandbookForm => ({
  id,
  changeId,
  onRevision: revision,
  unit: { unitId, unitName },
  title: content.title,
  matter: content.matter,
  intro: content.intro,
  steps: content.steps,
  submittedOnce: content.submittedOnce.join('\n'),
});

/** By the shared schema and rules; `publicIds` are the guides everybody may read now. */
export function checkForm(
  form: HandbookForm,
  publicIds: ReadonlySet<string>,
): { content: HandbookContent | null; issues: FieldIssue[] } {
  const { title, matter, intro, steps } = form;
  const missing: FieldIssue[] = form.unit ? [] : [{ path: ['unitId'], message: '请选择编写单位' }];
  const checked = checkInput(HandbookContent, {
    title,
    matter,
    intro,
    submittedOnce: linesOf(form.submittedOnce),
    steps: steps.map((step) => ({ ...step, guideId: step.guideId ?? undefined })),
  });
  if (!checked.valid) return { content: null, issues: [...checked.issues, ...missing] };
  const faults = [...handbookFaults(checked.value, publicIds), ...personalDataFaults(checked.value), ...missing];
  return { content: checked.value, issues: faults };
}
