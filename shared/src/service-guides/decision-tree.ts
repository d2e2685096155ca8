import * as z from '../zod.ts';

const Key = z.string().trim().min(1).max(20);

export const TreeOption = z.object({
  key: Key,
  label: z.string().trim().min(1).max(60).meta({ label: '选项' }),
  /** Materials this answer adds. */
  materialKeys: z.array(Key).max(40).meta({ label: '需要的材料' }),
  /** Said on the list: 需本人到场. */
  note: z.string().trim().max(200).meta({ label: '提示' }),
  /** The question that follows; null ends. */
  nextKey: Key.nullable(),
  /** Why this guide is not the one, and what to do instead; null where it is. */
  stop: z.string().trim().max(200).nullable().meta({ label: '不适用的说明' }),
});
export type TreeOption = z.infer<typeof TreeOption>;

export const TreeQuestion = z.object({
  key: Key,
  question: z.string().trim().min(2).max(100).meta({ label: '问题' }),
  options: z.array(TreeOption).min(2).max(8).meta({ label: '选项' }),
});
export type TreeQuestion = z.infer<typeof TreeQuestion>;

/** 几个问题，得出我的清单: the first question is asked first; each answer leads on or ends. Never in a ring. */
export const DecisionTree = z.object({ questions: z.array(TreeQuestion).min(1).max(12) });
export type DecisionTree = z.infer<typeof DecisionTree>;
