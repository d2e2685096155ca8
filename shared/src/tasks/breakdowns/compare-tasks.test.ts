import { describe, expect, it } from '@jest/globals';
import type { PreviewTask } from './breakdown-preview.ts';
import { compareTasks, sameTaskCount, type StandingTask } from './compare-tasks.ts';

type Words = Partial<
  Pick<StandingTask, 'number' | 'category' | 'mainTask' | 'concreteWork' | 'unitsPhrase' | 'duePhrase' | 'dueOn'>
>;

const WORDS = {
  number: 1,
  category: '公开',
  mainTask: '公示低保名单',
  concreteWork: '按月公示，留存照片',
  unitsPhrase: '县民政局',
  duePhrase: '2026年6月',
  dueOn: '2026-06-30' as string | null,
};
const unit = (unitName: string, addedByHand = false) => ({
  unitId: unitName,
  unitName,
  part: 'responsible' as const,
  addedByHand,
});

const standing = (words: Words = {}, units = [unit('县民政局')]): StandingTask => ({
  ...WORDS,
  ...words,
  id: `task ${words.number ?? 1}`,
  breakdownId: 'b',
  openSetPhrase: null,
  unresolvedPhrase: null,
  withdrawnReason: null,
  lines: units,
});

const revised = (words: Words = {}, units = ['县民政局'], corrected: PreviewTask['corrected'] = []): PreviewTask => {
  const { duePhrase, dueOn, ...rest } = { ...WORDS, ...words };
  return {
    ...rest,
    table: 0,
    row: (words.number ?? 1) + 1,
    openSetPhrase: null,
    unresolvedPhrase: null,
    finding: null,
    due: { phrase: duePhrase, kind: dueOn ? 'by-day' : 'open-ended', dueOn, doubt: null },
    units: units.map((unitName) => ({ ...unit(unitName), fromPhrase: unitName })),
    printed: [],
    doubtful: false,
    corrected,
  };
};

const kinds = (before: StandingTask[], after: PreviewTask[]) =>
  compareTasks(before, after).map(({ kind, number, fields }) =>
    [kind, number, ...fields.map(({ field }) => field)].join(' '),
  );

describe('a table compared with what stands', () => {
  it.each<[string, Words, string]>([
    ['nothing changed', {}, 'same 1'],
    ['width and spaces', { mainTask: '公示 低保名单', concreteWork: '按月公示,留存照片' }, 'same 1'],
    ['a reworded work', { concreteWork: '按季公示，留存照片' }, 'changed 1 concreteWork'],
    ['a reworded task', { mainTask: '公示城乡低保名单' }, 'changed 1 mainTask'],
    ['another category', { category: '服务' }, 'changed 1 category'],
    ['another number', { number: 7 }, 'changed 7 number'],
    ['another day', { duePhrase: '2026年9月', dueOn: '2026-09-30' }, 'changed 1 duePhrase'],
  ])('%s', (_what, words, outcome) => expect(kinds([standing()], [revised(words)])).toEqual([outcome]));

  it('knows tasks again by their words when a row is put in before them', () => {
    const [a, b] = [
      { mainTask: '甲工作', concreteWork: '做甲' },
      { mainTask: '乙工作', concreteWork: '做乙' },
    ];
    expect(
      kinds(
        [standing({ ...a, number: 1 }), standing({ ...b, number: 2 })],
        [
          revised({ mainTask: '全新的事项', concreteWork: '从未有过', number: 1 }),
          revised({ ...a, number: 2 }),
          revised({ ...b, number: 3 }),
        ],
      ),
    ).toEqual(['added 1', 'changed 2 number', 'changed 3 number']);
  });

  it('takes a task that is nothing like any other for a new one, and the old one for gone', () => {
    const other = { mainTask: '修缮学校', concreteWork: '两所小学' };
    expect(kinds([standing()], [revised(other)])).toEqual(['added 1', 'removed 1']);
  });

  it('brings back a task taken back before, by its very words, and says what is new of it', () => {
    const gone = { ...standing({ number: 3, duePhrase: '2026年3月', dueOn: '2026-03-31' }), withdrawnReason: '并入' };
    const [change] = compareTasks([], [revised()], [gone]);
    expect(change).toMatchObject({
      kind: 'restored',
      taskId: 'task 3',
      fields: [{ field: 'number' }, { field: 'duePhrase' }],
      due: { before: '2026-03-31', after: '2026-06-30' },
      unitsAdded: [{ unitName: '县民政局' }],
    });
    // One at work with the same words comes first; nearly the same words are another task.
    expect(compareTasks([standing()], [revised()], [gone]).map(({ kind }) => kind)).toEqual(['same']);
    expect(compareTasks([], [revised({ concreteWork: '按季公示' })], [gone]).map(({ kind }) => kind)).toEqual([
      'added',
    ]);
  });

  it('brings back as many tasks of the same words as were taken back, each once', () => {
    const gone = [2, 3].map((number) => ({ ...standing({ number }), withdrawnReason: '并入' }));
    const rows = [revised({ number: 2 }), revised({ number: 3 }), revised({ number: 4 })];
    expect(compareTasks([], rows, gone).map(({ kind, taskId }) => [kind, taskId])).toEqual([
      ['restored', 'task 2'],
      ['restored', 'task 3'],
      ['added', null],
    ]);
  });

  it('pairs tasks of the same words one by one', () => {
    expect(kinds([standing({ number: 1 }), standing({ number: 2 })], [revised({ number: 1 })])).toEqual([
      'same 1',
      'removed 2',
    ]);
  });

  it('leaves days and units alone where the table says the same words as before', () => {
    const byHand = standing({ dueOn: '2026-05-31' }, [unit('县民政局'), unit('县财政局', true)]);
    const [change] = compareTasks([byHand], [revised()]);
    expect(change).toMatchObject({ kind: 'same', due: null, unitsAdded: [], unitsRemoved: [] });
  });

  it('moves what a person has put right in the revised table though its words are the same', () => {
    const [change] = compareTasks([standing()], [revised({ dueOn: '2026-06-15' }, ['县司法局'], ['due', 'units'])]);
    expect(change).toMatchObject({ kind: 'changed', due: { before: '2026-06-30', after: '2026-06-15' } });
    expect(change!.unitsAdded.map(({ unitName }) => unitName)).toEqual(['县司法局']);
    expect(change!.unitsRemoved.map(({ unitName }) => unitName)).toEqual(['县民政局']);
  });

  it('never takes away a unit that a supervisor added by hand', () => {
    const before = standing({}, [unit('县民政局'), unit('县财政局', true)]);
    const [change] = compareTasks([before], [revised({ unitsPhrase: '县司法局' }, ['县司法局'])]);
    expect(change!.unitsRemoved.map(({ unitName }) => unitName)).toEqual(['县民政局']);
  });

  it('counts the tasks two tables share, word for word', () => {
    const tasks = [standing({ number: 1 }), standing({ number: 2, mainTask: '另一项' })];
    expect(sameTaskCount(tasks, [revised(), revised({ mainTask: '另 一项' }), revised({ mainTask: '第三项' })])).toBe(
      2,
    );
  });
});
