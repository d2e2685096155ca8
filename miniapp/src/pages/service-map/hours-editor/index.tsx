import { HOURS_EXAMPLE, readHours, writeHours } from '@county/shared/service-map/hours-words';
import type { OpeningHours } from '@county/shared/service-map/opening-hours';
import { useState } from 'react';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { FieldError, TextArea } from '../../../ui/field';
import { HoursLines } from '../../../components/hours-lines';
import { Notice } from '../../../ui/notice';
import { Flow, Stack } from '../../../ui/surface';
import { ExceptionsEditor } from './exceptions-editor';
import { blankHours, otherSeason, withSeason } from './hours-changes';
import { SeasonEditor } from './season-editor';
import { SpansEditor } from './spans-editor';

interface HoursEditorProps {
  hours: OpeningHours | null;
  onChange(hours: OpeningHours | null): void;
  /** What no hours of its own means here: not known, or as the point. */
  none: { label: string; about: string };
  error?: string;
}

/** Hours by days, lunch, seasons, holidays and single days; or by one sentence that is read into them. */
export function HoursEditor({ hours, onChange, none, error }: HoursEditorProps) {
  return (
    <Stack>
      <Choice
        label="开放时间"
        options={[
          { value: 'known', label: '写明时间' },
          { value: 'none', ...none },
        ]}
        value={hours ? 'known' : 'none'}
        onChange={(kind) => onChange(kind === 'known' ? (hours ?? blankHours()) : null)}
      />
      {error ? <FieldError words={error} /> : null}
      {hours ? <KnownHours hours={hours} onChange={onChange} /> : null}
    </Stack>
  );
}

function KnownHours({ hours, onChange }: { hours: OpeningHours; onChange(hours: OpeningHours): void }) {
  const { seasons, holidays } = hours;
  return (
    <>
      <Notice kind="info" title="群众看到的时间">
        <HoursLines hours={hours} />
      </Notice>
      <BySentence hours={hours} onChange={onChange} />
      {seasons.map((season, at) => (
        <SeasonEditor
          key={at}
          season={season}
          isOnly={seasons.length === 1}
          onChange={(next) => onChange(withSeason(hours, at, next))}
          onRemove={() => onChange({ ...hours, seasons: seasons.filter((_, other) => other !== at) })}
        />
      ))}
      {seasons.length < 4 ? (
        <Flow>
          <Button
            kind="quiet"
            icon="plus"
            onPress={() => onChange({ ...hours, seasons: [...seasons, otherSeason(hours)] })}
          >
            加一季（夏令时、寒暑假）
          </Button>
        </Flow>
      ) : null}
      <Choice
        label="节假日"
        options={[
          { value: 'closed', label: '休息', about: '调休上班的周末照常开' },
          { value: 'duty', label: '有人值班', about: '写明值班时间' },
          { value: 'regardless', label: '照常', about: '不分节假日，例如自助机' },
        ]}
        value={hours.calendar === 'every-week' ? 'regardless' : holidays.length ? 'duty' : 'closed'}
        onChange={(kind) =>
          onChange({
            ...hours,
            calendar: kind === 'regardless' ? 'every-week' : 'working-days',
            holidays: kind === 'duty' ? [{ from: '09:00', to: '11:00' }] : [],
          })
        }
      />
      {holidays.length ? (
        <SpansEditor label="节假日值班" spans={holidays} onChange={(next) => onChange({ ...hours, holidays: next })} />
      ) : null}
      <ExceptionsEditor exceptions={hours.exceptions} onChange={(exceptions) => onChange({ ...hours, exceptions })} />
    </>
  );
}

/** One sentence as it stands on the door, read into the form; the form stays the master. */
function BySentence({ hours, onChange }: { hours: OpeningHours; onChange(hours: OpeningHours): void }) {
  const [words, setWords] = useState<string>();
  const [fault, setFault] = useState<string>();
  if (words === undefined)
    return (
      <Flow>
        <Button kind="quiet" icon="pencil" onPress={() => setWords(writeHours(hours))}>
          用一句话写
        </Button>
      </Flow>
    );
  const read = () => {
    const answer = readHours(words);
    if ('fault' in answer) return setFault(answer.fault);
    if (!answer.hours) return setFault(`请写上时间，例如：${HOURS_EXAMPLE}`);
    onChange(answer.hours);
    setFault(undefined);
    setWords(undefined);
  };
  return (
    <Box>
      <TextArea
        label="用一句话写"
        hint={`例如：${HOURS_EXAMPLE}`}
        rows={2}
        value={words}
        onChange={setWords}
        error={fault}
      />
      <Flow>
        <Button icon="check" onPress={read}>
          照这句话填
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            setWords(undefined);
            setFault(undefined);
          }}
        >
          取消
        </Button>
      </Flow>
    </Box>
  );
}
