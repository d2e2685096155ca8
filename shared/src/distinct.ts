/** Whether no id is given twice; for schemas, each with words of its own. */
export const areDistinct = (ids: readonly (string | number)[]): boolean => new Set(ids).size === ids.length;
