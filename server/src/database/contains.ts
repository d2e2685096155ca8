const ESCAPE = '!';

/** SQL that asks whether a column holds words, given as a parameter by `anywhere`; the same on every engine. */
export const contains = (column: string, parameter: string): string =>
  `${column} LIKE :${parameter} ESCAPE '${ESCAPE}'`;

/** What a person types is looked for as it stands; `%` and `_` are letters like any other. */
export const anywhere = (text: string): string => `%${text.replace(/[!%_]/g, `${ESCAPE}$&`)}%`;
