import { spansInWords, WEEKDAY_NAMES } from '@county/shared/service-map/clock-span';
import type { OpeningSeason } from '@county/shared/service-map/opening-hours';
import { useState } from 'react';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Switch } from '../../../ui/choice';
import { FieldPair } from '../../../ui/field';
import { Card, Flow, Row, Stack } from '../../../ui/surface';
import { onEveryDay, onWorkingDays, withDay } from './hours-changes';
import { MonthDayField } from './month-day-field';
import { SpansEditor } from './spans-editor';

interface SeasonEditorProps {
  season: OpeningSeason;
  isOnly: boolean;
  onChange(season: OpeningSeason): void;
  onRemove(): void;
}

/** The week of a season: each day in one line, opened by a press. */
export function SeasonEditor({ season, isOnly, onChange, onRemove }: SeasonEditorProps) {
  const { from, to, week } = season;
  const [open, setOpen] = useState<number>();
  const isAllYear = from === null;
  return (
    <Card flush>
      {isOnly && isAllYear ? null : (
        <Box className="row">
          <Stack>
            <Switch
              label="只在每年的一段日子"
              about={isAllYear ? '现在管“其余时间”：别的季节没有写到的日子' : '关掉就管“其余时间”'}
              value={!isAllYear}
              onChange={(dated) =>
                onChange(dated ? { ...season, from: '05-01', to: '09-30' } : { ...season, from: null, to: null })
              }
            />
            {isAllYear ? null : (
              <FieldPair>
                <MonthDayField label="从" value={from} onChange={(day) => onChange({ ...season, from: day })} />
                <MonthDayField label="到" value={to ?? from} onChange={(day) => onChange({ ...season, to: day })} />
              </FieldPair>
            )}
            {isOnly ? null : (
              <Flow>
                <Button kind="quiet" icon="trash-2" onPress={onRemove}>
                  删去这一季
                </Button>
              </Flow>
            )}
          </Stack>
        </Box>
      )}
      {WEEKDAY_NAMES.map((name, day) => (
        <Box key={name}>
          <Row
            title={name}
            end={<Box as="span">{spansInWords(week[day] ?? [])}</Box>}
            label={`${name}，${spansInWords(week[day] ?? [])}，${open === day ? '收起' : '修改'}`}
            onPress={() => setOpen(open === day ? undefined : day)}
          />
          {open === day ? (
            <Box className="row">
              <Stack>
                <SpansEditor
                  label={`${name}的时间`}
                  spans={week[day] ?? []}
                  onChange={(spans) => onChange({ ...season, week: withDay(week, day, spans) })}
                />
                <Flow>
                  <Button
                    icon="copy"
                    onPress={() => onChange({ ...season, week: withDay(week, day, week[day] ?? [], onWorkingDays) })}
                  >
                    同样用到周一至周五
                  </Button>
                  <Button
                    icon="copy"
                    onPress={() => onChange({ ...season, week: withDay(week, day, week[day] ?? [], onEveryDay) })}
                  >
                    用到每天
                  </Button>
                </Flow>
              </Stack>
            </Box>
          ) : null}
        </Box>
      ))}
    </Card>
  );
}
