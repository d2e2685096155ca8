import type { FieldIssue } from '@county/shared/http/problem';
import type { GuideForm } from './guide-form';

/** What each part of the form is handed. */
export interface FormPart {
  form: GuideForm;
  write(part: Partial<GuideForm>): void;
  issues: readonly FieldIssue[];
}
