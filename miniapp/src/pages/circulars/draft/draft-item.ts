/** A line named in a draft. */
export interface DraftItem {
  id: string;
  assignmentId: string;
  words: string;
  /** Which unit's which task. */
  title: string;
}
