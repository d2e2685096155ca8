import { ASSIGNMENT_STATUS_LABELS, AssignmentStatus, Light } from '@county/shared/tasks/lines/assignment';
import { periodInWords, periodsOf } from '@county/shared/tasks/overview/due-period';
import { ledgerFilterInWords, LIGHT_LABELS } from '@county/shared/tasks/overview/task-filters';
import { useState, type ReactNode } from 'react';
import { Box } from '../../ui/base/box';
import { Button } from '../../ui/button';
import { Select } from '../../ui/field';
import { SearchField } from '../../ui/search-field';
import { Card, Stack } from '../../ui/surface';
import { useWide } from '../../ui/use-wide';
import type { ChosenFilters } from './chosen-filters';

interface PlanFiltersProps {
  chosen: ChosenFilters;
  onChange(more: ChosenFilters): void;
  /** The plan's own; nothing to choose from until it is known. */
  categories?: readonly string[] | undefined;
  year?: number | undefined;
  /** Names of what is chosen by id. */
  names: Parameters<typeof ledgerFilterInWords>[1];
  children?: ReactNode;
}

const ANY = { value: 'any', label: '全部' };

/** The filters all views of a plan share, and what they hold, in words. */
export function PlanFilters({ chosen, onChange, categories, year, names, children }: PlanFiltersProps) {
  const [text, setText] = useState(chosen.text ?? '');
  const wide = useWide();
  const [unfolded, setUnfolded] = useState(false);
  const words = ledgerFilterInWords({ withHandedDown: 'no', ...chosen }, names);
  const clear = () => {
    setText('');
    onChange(Object.fromEntries(Object.keys(chosen).map((name) => [name, undefined])) as ChosenFilters);
  };
  return (
    <Card>
      <Stack>
        <SearchField
          label="搜索任务"
          value={text}
          onChange={setText}
          onSearch={() => onChange({ text: text.trim() || undefined })}
        />
        {wide ? null : (
          <Button icon="funnel" onPress={() => setUnfolded(!unfolded)}>
            {unfolded ? '收起筛选' : '更多筛选'}
          </Button>
        )}
        {wide || unfolded ? (
          <Box className="filters">
            <Choices chosen={chosen} onChange={onChange} categories={categories} year={year} />
            {children}
          </Box>
        ) : null}
        {words.length ? (
          <Box className="chips">
            <Box>{`筛选：${words.join('；')}`}</Box>
            <Button kind="quiet" icon="x" onPress={clear}>
              清除筛选
            </Button>
          </Box>
        ) : null}
      </Stack>
    </Card>
  );
}

function Choices({ chosen, onChange, categories = [], year }: Omit<PlanFiltersProps, 'names' | 'children'>) {
  return (
    <>
      <Select
        label="灯号"
        options={[ANY, ...Light.options.map((value) => ({ value, label: LIGHT_LABELS[value] }))]}
        value={chosen.light ?? 'any'}
        onChange={(light) => onChange({ light: Light.options.find((option) => option === light) })}
      />
      <Select
        label="状态"
        options={[ANY, ...AssignmentStatus.options.map((value) => ({ value, label: ASSIGNMENT_STATUS_LABELS[value] }))]}
        value={chosen.state ?? 'any'}
        onChange={(state) => onChange({ state: AssignmentStatus.options.find((option) => option === state) })}
      />
      {year ? (
        <Select
          label="时段"
          options={[ANY, ...periodsOf(year).map((value) => ({ value, label: periodInWords(value) }))]}
          value={chosen.period ?? 'any'}
          onChange={(period) => onChange({ period: period === 'any' ? undefined : period })}
        />
      ) : null}
      {categories.length ? (
        <Select
          label="类别"
          options={[ANY, ...categories.map((value) => ({ value, label: value }))]}
          value={chosen.category ?? 'any'}
          onChange={(category) => onChange({ category: category === 'any' ? undefined : category })}
        />
      ) : null}
    </>
  );
}
