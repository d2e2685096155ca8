import { DECISION_WORDS } from './decision-words.ts';
import { EXECUTION_WORDS } from './execution-words.ts';
import { INNOVATION_WORDS } from './innovation-words.ts';
import { MANAGEMENT_WORDS } from './management-words.ts';
import { SERVICE_WORDS } from './service-words.ts';
import type { TaskWords } from './task-words.ts';
import { WINDOW_WORDS } from './window-words.ts';

/** The words of every task, by its number in the annex. */
export const TASK_WORDS: Readonly<Record<number, TaskWords>> = {
  ...DECISION_WORDS,
  ...MANAGEMENT_WORDS,
  ...WINDOW_WORDS,
  ...SERVICE_WORDS,
  ...EXECUTION_WORDS,
  ...INNOVATION_WORDS,
};

/** 核验意见: what a supervisor writes when a line is struck off. */
export const CLOSING_WORDS = [
  '核对材料并抽查网站发布内容，情况属实，同意销号。',
  '现场查看与填报一致，公开内容完整，同意销号。',
  '佐证材料齐全，抽查未发现问题，准予销号，请继续保持更新。',
] as const;

/** The report before a completion; `{proof}` is what shows it. */
export const FINISHING_WORDS = [
  '各项任务已经完成，佐证材料（{proof}）整理齐全，报负责人确认办结。',
  '对照分解表逐项核对，要求的工作均已落实。办结依据：{proof}。',
  '最后一批工作本周完成，自查没有遗漏。已将{proof}等材料归档，请负责人审核后办结。',
] as const;

/** What a unit reports after its completion was returned. */
export const MENDED_WORDS = [
  '对照退回意见逐条整改，缺少的内容已经补齐，请再次核验。',
  '已按退回意见核实补充，并举一反三检查了同类情况，没有再发现类似问题。',
] as const;
