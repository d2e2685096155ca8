import type { GuideContent } from './service-guide.ts';
import { GUIDE_FIELD_LABELS } from './guide-faults.ts';

/** What differs between two versions, by the names of the fields in their order; none for the first. */
export function changedFields(before: GuideContent | null, after: GuideContent): string[] {
  if (!before) return [];
  const fields = Object.keys(GUIDE_FIELD_LABELS) as (keyof GuideContent)[];
  return fields
    .filter((field) => JSON.stringify(sorted(before[field])) !== JSON.stringify(sorted(after[field])))
    .map((field) => GUIDE_FIELD_LABELS[field]);
}

/** The same whatever order an object's fields were written in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([key, part]) => [key, sorted(part)]);
}
