import * as z from '../zod.ts';

/** Query of every list: how many rows, and where the last page ended. No totals, so that a list stays cheap. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ label: '每页条数' }),
  cursor: z.string().max(200).optional().meta({ label: '翻页标记' }),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** Reply of every list; `next` is the cursor of the following page, null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export interface Page<Item> {
  items: Item[];
  next: string | null;
}
