export async function printPage(): Promise<void> {}

/** WeChat cannot print; the workbook is taken along instead. */
export const canPrint = false;
