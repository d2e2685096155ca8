import type { BookingSettings } from '@county/shared/appointments/bookable-service';
import type { FieldIssue } from '@county/shared/http/problem';
import { getServicePoint } from '@county/shared/service-map/service-map-routes';
import { issueAt } from '../../../api/failure';
import { useCall } from '../../../api/use-call';
import { Answer } from '../../../ui/answer';
import { Select } from '../../../ui/field';
import { Card, Section, Stack } from '../../../ui/surface';

interface WhereProps {
  pointId: string;
  value: BookingSettings;
  onChange(part: Partial<BookingSettings>): void;
  issues: readonly FieldIssue[] | undefined;
}

/** At which counter it is done, and which guide says what to bring: of those the point's windows name. */
export function Where({ pointId, value, onChange, issues }: WhereProps) {
  const point = useCall(getServicePoint, pointId ? { params: { pointId } } : null);
  return (
    <Section title="在哪个窗口，按哪份指南">
      <Card>
        <Answer of={point} shape="words">
          {({ windows }) => (
            <Stack>
              <Select
                label="窗口"
                hint="同一个窗口办的几件事共用名额；不分窗口就单独算"
                options={[
                  { value: '', label: '不分窗口' },
                  ...windows.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={value.windowId ?? ''}
                onChange={(windowId) => onChange({ windowId: windowId || null })}
                error={issueAt(issues, 'windowId')}
              />
              <Select
                label="办事指南"
                hint="预约单上按它列要带的材料；窗口能办的事里写了指南的才在这里"
                options={[{ value: '', label: '没有指南' }, ...guidesOf(windows, value)]}
                value={value.guideId ?? ''}
                onChange={(guideId) => onChange({ guideId: guideId || null })}
                error={issueAt(issues, 'guideId')}
              />
            </Stack>
          )}
        </Answer>
      </Card>
    </Section>
  );
}

interface Window {
  id: string;
  services: readonly { guideId: string | null; words: string }[];
}

/** The chosen window's, or all; the one that is chosen already stays, whatever the windows do now. */
function guidesOf(windows: readonly Window[], { windowId, guideId }: BookingSettings) {
  const within = windowId ? windows.filter(({ id }) => id === windowId) : windows;
  const known = new Map<string, string>();
  for (const { services } of within)
    for (const service of services) if (service.guideId) known.set(service.guideId, service.words);
  if (guideId && !known.has(guideId)) known.set(guideId, '现在用的指南（窗口已不办这件事）');
  return [...known].map(([value, label]) => ({ value, label }));
}
