/** What the server's seeding needs to know about tasks. */
export {
  EXTENSION_REASONS,
  HANDED_DOWN,
  handedDownStoryOf,
  HANDED_DOWN_DAYS,
  publicLineOf,
  STORY_DAYS,
  storyBeginsOn,
  storyOf,
  type StoryStep,
} from '../tasks/story.ts';
export { FINDINGS, INSPECTION_TITLE, inspectionTable, type FindingStep } from '../tasks/inspection.ts';
export { originalPath, type OriginalName } from './original-path.ts';
