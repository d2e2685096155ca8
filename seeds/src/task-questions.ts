/** What the server's seeding needs to know about questions. */
export { questionSeeds, type QuestionSeed } from '../task-questions/demo-questions.ts';
