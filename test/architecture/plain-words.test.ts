import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '../..');

/** Officialese and the jargon of programmers, each with what a person says instead. */
const BANNED: Readonly<Record<string, string>> = {
  予以: '直接写动词',
  给予: '给',
  兹: '现在',
  知悉: '知道',
  敬请: '请',
  烦请: '请',
  务必: '一定要',
  须: '要、请，或写明由谁办',
  酌情: '写明什么情况',
  切实: '去掉',
  均应: '都要',
  上述: '写明是什么',
  下述: '写明是什么',
  如有雷同: '去掉',
  系统异常: '说出了什么事、怎么办',
  网络异常: '没有连上网络',
  操作失败: '说什么没有办成、怎么办',
  未知错误: '说怎么办',
  参数: '说是哪一项',
  非法: '说哪里不对',
  权限不足: '说由谁办',
  鉴权: '登录',
  校验: '核对',
  后台: '说在哪里',
  缓存: '存在这台设备上',
  脏数据: '去掉',
};

/** Documents in the form that the office uses on paper, and tables that are read, not shown; a demo's data is data. */
const OFFICIAL = [
  'shared/src/public-events/event-notice.ts',
  'shared/src/search/syllables.ts',
  'shared/src/service-map/hours-tokens.ts',
];

/** Counted in characters, names and numbers that are put in aside: what one breath holds, read aloud. */
const LONGEST = { sentence: 40, clause: 24 };

const CHINESE = /[\u4E00-\u9FFF]/gu;

interface Words {
  place: string;
  text: string;
}

let all: Words[];
beforeAll(() => {
  all = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', 'miniapp/src', 'shared/src', 'server/src'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
    .split('\n')
    .filter((file) => /[.]tsx?$/.test(file) && !/[.]test[.]ts$|[/]demo[-/]/.test(file) && !OFFICIAL.includes(file))
    .flatMap(wordsOf);
});

/** What a file says to people: its strings and the text between its tags, not its comments. */
function wordsOf(file: string): Words[] {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Words[] = [];
  const visit = (node: ts.Node): void => {
    const text = textAt(node);
    if (text?.match(CHINESE)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ place: `${file}:${line + 1}`, text });
    }
    if (!ts.isTemplateExpression(node)) return ts.forEachChild(node, visit);
    for (const { expression } of node.templateSpans) visit(expression);
  };
  visit(source);
  return found;
}

function textAt(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

/** A file deleted but not yet committed is still listed. */
function textOf(file: string): string {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return '';
  }
}

const lengthOf = (words: string) => words.match(CHINESE)?.length ?? 0;
const longerThan = (length: number, ends: RegExp) =>
  all.flatMap(({ place, text }) =>
    text
      .split(ends)
      .filter((part) => lengthOf(part) > length)
      .map((part) => `${place}: ${part.trim()} (${lengthOf(part)})`),
  );

describe('what people read', () => {
  it('is found', () => {
    expect(all.length).toBeGreaterThan(3000);
    expect(all.some(({ text }) => text.includes('我要报名'))).toBe(true);
  });

  it('has no officialese and no jargon of programmers', () => {
    const said = all.flatMap(({ place, text }) =>
      Object.entries(BANNED)
        .filter(([word]) => text.includes(word))
        .map(([word, instead]) => `${place}: “${word}” → ${instead}: ${text.trim().slice(0, 60)}`),
    );
    expect(said).toEqual([]);
  });

  it('comes in short sentences of short parts', () => {
    expect(longerThan(LONGEST.sentence, /[。；！？\n]/)).toEqual([]);
    expect(longerThan(LONGEST.clause, /[，、：。；！？（）“”《》·…|\n]/)).toEqual([]);
  });
});
