import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCounty, type County } from '../../../test/support/county.ts';
import { tables } from '../tables.ts';

describe('what is not there', () => {
  let county: County;
  beforeAll(async () => {
    county = await startCounty();
  });
  afterAll(() => county.close());

  const optional = tables.flatMap(({ options }) =>
    Object.entries(options.columns).flatMap(([column, told]) =>
      told?.type === 'simple-json' && told.nullable ? [[options.tableName!, column] as const] : [],
    ),
  );

  it.each(optional)('is NULL in %s.%s, however the demo county wrote it, and no text', async (table, column) => {
    const [row] = await county.database.read((db) =>
      db.query(`SELECT COUNT(*) AS found FROM \`${table}\` WHERE \`${column}\` = 'null'`),
    );
    expect(Number(row.found)).toBe(0);
  });
});
