/** What every reader of a document yields: one sheet or table, merged cells resolved. */
export interface Grid {
  /** Sheet or table as a person would name it: 工作表“Sheet1”, 第1个表格, 文本. */
  name: string;
  /** Paragraphs above the table, outermost first: 附件1, the title. */
  headings: string[];
  rows: GridRow[];
}

export interface GridRow {
  /** 1-based, as the person sees it in the document. */
  row: number;
  cells: GridCell[];
  /** Not shown where the document is opened: filtered away or folded. */
  hidden?: boolean;
}

export interface GridCell {
  /** 1-based. */
  column: number;
  /** Trimmed; line breaks kept as \n. */
  text: string;
  /** The text belongs to a merged cell that starts further up or left. */
  inherited: boolean;
}
