import type { Dice } from '../dice.ts';

/** How a unit calls itself, by the end of its name. */
const SELF: readonly [RegExp, string][] = [
  [/局$/, '我局'],
  [/街道(办事处)?$/, '我街道'],
  [/镇$/, '我镇'],
  [/乡$/, '我乡'],
  [/社区$/, '我社区'],
  [/村$/, '我村'],
  [/馆$/, '我馆'],
  [/办$/, '我办'],
  [/室$/, '我室'],
  [/部$/, '我部'],
];

/** What a village's words become in a community, which has no village clerk. */
const IN_A_COMMUNITY: readonly [string, string][] = [
  ['村文书', '社区干部'],
  ['村干部', '社区干部'],
  ['村服务室', '社区服务室'],
  ['村级', '社区'],
  ['村里', '社区里'],
];

/** A text in the unit's own voice, its ranges of numbers thrown. */
export function inUnitsWords(text: string, unitName: string, dice: Dice): string {
  const self = SELF.find(([ending]) => ending.test(unitName))?.[1] ?? '我单位';
  const swaps: (readonly [string, string])[] = [
    ['我单位', self],
    ['镇里', above(unitName)],
    ...(unitName.endsWith('社区') ? IN_A_COMMUNITY : []),
  ];
  return swaps
    .reduce((words, [from, to]) => words.replaceAll(from, to), text)
    .replace(/\{(\d+)-(\d+)\}/g, (_, low: string, high: string) => String(dice.between(Number(low), Number(high))));
}

/** What people call the township that a unit is or belongs to. */
function above(unitName: string): string {
  if (unitName.includes('街道')) return '街道';
  return unitName.includes('乡') ? '乡里' : '镇里';
}
