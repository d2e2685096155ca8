import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const source = path.resolve(import.meta.dirname, '../../miniapp/src');

interface AppConfig {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

/** The pages as Taro reads them: the file calls a global that hands its argument back. */
async function listedPages(): Promise<string[]> {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config });
  const { default: config } = (await import(path.join(source, 'app.config.ts'))) as { default: AppConfig };
  return [
    ...config.pages,
    ...config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ].sort();
}

/** Folders of a page: they hold `index.tsx` and, as every page must, `index.config.ts`. */
function builtPages(): string[] {
  return ['tabs', 'pages']
    .flatMap((folder) =>
      readdirSync(path.join(source, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(folder, file),
      ),
    )
    .filter((file) => path.basename(file) === 'index.config.ts')
    .map((file) => file.replace(/[.]config[.]ts$/, ''))
    .sort();
}

it('every page of the mini-program is listed, and every listed page is there', async () => {
  const listed = await listedPages();
  expect(listed.length).toBeGreaterThan(0);
  expect(builtPages()).toEqual(listed);
});

it('every listed page can be drawn in both builds', async () => {
  const missing = (await listedPages()).filter(
    (page) => !['.tsx', '.h5.tsx'].some((ending) => existsSync(path.join(source, page + ending))),
  );
  expect(missing).toEqual([]);
});
