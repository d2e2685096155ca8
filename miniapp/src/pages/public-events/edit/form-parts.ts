import type { FieldIssue } from '@county/shared/http/problem';
import type { EventForm } from './event-form';

/** What each part of the form is handed. */
export interface FormPart {
  form: EventForm;
  write(part: Partial<EventForm>): void;
  issues: readonly FieldIssue[];
}
