import type { TreeQuestion } from './decision-tree.ts';
import type { GuideContent, GuideMaterial } from './service-guide.ts';

/** What somebody chose, by the questions' keys. */
export type TreeAnswers = Readonly<Record<string, string>>;

/** One answer given, as it is read back. */
export interface GivenAnswer {
  questionKey: string;
  question: string;
  optionKey: string;
  label: string;
}

/** Where somebody is: asked the next question, told that the guide is not theirs, or given their own list. */
export type MyList = { given: GivenAnswer[] } & (
  | { at: 'question'; question: TreeQuestion }
  | { at: 'stop'; words: string }
  | { at: 'list'; materials: GuideMaterial[]; notes: string[] }
);

/** From the answers so far; one that fits no option, or a question no answer leads to, counts as not given. */
export function myList({ tree, materials }: Pick<GuideContent, 'tree' | 'materials'>, answers: TreeAnswers): MyList {
  const given: GivenAnswer[] = [];
  const keys = new Set<string>();
  const notes: string[] = [];
  const seen = new Set<TreeQuestion>();
  let question = tree?.questions[0];
  while (question && !seen.has(question)) {
    seen.add(question);
    const { key, options } = question;
    const chosen = options.find((option) => option.key === answers[key]);
    if (!chosen) return { given, at: 'question', question };
    given.push({ questionKey: key, question: question.question, optionKey: chosen.key, label: chosen.label });
    if (chosen.stop !== null) return { given, at: 'stop', words: chosen.stop };
    for (const materialKey of chosen.materialKeys) keys.add(materialKey);
    if (chosen.note) notes.push(chosen.note);
    question = tree?.questions.find((one) => one.key === chosen.nextKey);
  }
  // Where nothing is asked, each paper's own note says who needs it.
  const own = materials.filter(({ key, needed }) => !tree || needed === 'always' || keys.has(key));
  return { given, at: 'list', materials: own, notes: notes.filter((note, at) => notes.indexOf(note) === at) };
}
