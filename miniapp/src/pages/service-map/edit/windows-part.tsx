import type { ServiceWindow } from '@county/shared/service-map/service-point';
import { useState } from 'react';
import { newId } from '../../../platform/ids';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Field, FieldError } from '../../../ui/field';
import { Card, Flow, Row, Section, Stack } from '../../../ui/surface';
import { HoursEditor } from '../hours-editor';
import type { PartProps } from './point-form';
import { ServiceFinder } from './service-finder';

const AS_THE_POINT = { label: '和服务点一样', about: '不用另写' };

/** The windows and what is done at each; one open at a time. */
export function WindowsPart({ form, change, issue }: PartProps) {
  const { windows } = form;
  const [open, setOpen] = useState<string>();
  const put = (id: string, part: Partial<ServiceWindow>) =>
    change({ windows: windows.map((window) => (window.id === id ? { ...window, ...part } : window)) });
  const add = () => {
    const id = newId();
    change({ windows: [...windows, { id, name: '', services: [], hours: null }] });
    setOpen(id);
  };
  return (
    <Section title="窗口和事项" about="群众按事项找到这里；没有分窗口的，写一个“综合窗口”">
      {windows.map((window, at) => (
        <Card key={window.id} flush>
          <Row
            title={window.name || '新窗口（未写名称）'}
            about={window.services.map(({ words }) => words).join('、') || '还没有写能办什么'}
            label={`${window.name || '新窗口'}，${open === window.id ? '收起' : '修改'}`}
            onPress={() => setOpen(open === window.id ? undefined : window.id)}
          />
          {issue(`windows.${at}`) ? (
            <Box className="row">
              <FieldError words={issue(`windows.${at}`)!} />
            </Box>
          ) : null}
          {open === window.id ? (
            <Box className="row">
              <Stack>
                <Field
                  label="窗口名称"
                  hint="如：3号窗口 社保医保"
                  maxLength={40}
                  value={window.name}
                  onChange={(name) => put(window.id, { name })}
                  error={issue(`windows.${at}.name`)}
                />
                <WindowServices window={window} onChange={(services) => put(window.id, { services })} />
                <HoursEditor
                  hours={window.hours}
                  none={AS_THE_POINT}
                  onChange={(hours) => put(window.id, { hours })}
                  error={issue(`windows.${at}.hours`)}
                />
                <Flow>
                  <Button
                    kind="quiet"
                    icon="trash-2"
                    onPress={() => change({ windows: windows.filter(({ id }) => id !== window.id) })}
                  >
                    删去这个窗口
                  </Button>
                </Flow>
              </Stack>
            </Box>
          ) : null}
        </Card>
      ))}
      <Flow>
        <Button kind="quiet" icon="plus" onPress={add}>
          加一个窗口
        </Button>
      </Flow>
    </Section>
  );
}

interface WindowServicesProps {
  window: ServiceWindow;
  onChange(services: ServiceWindow['services']): void;
}

function WindowServices({ window, onChange }: WindowServicesProps) {
  const { services } = window;
  return (
    <Box className="field">
      <Box className="field-label">{`可办事项 ${services.length} 件`}</Box>
      {services.map(({ guideId, words }, at) => (
        <Row
          key={`${words} ${at}`}
          icon={guideId ? 'file-text' : 'circle'}
          title={words}
          about={guideId ? '有办事指南，群众点开就能看' : undefined}
          end={
            <Button
              kind="quiet"
              icon="x"
              label={`去掉“${words}”`}
              onPress={() => onChange(services.filter((_, other) => other !== at))}
            >
              去掉
            </Button>
          }
        />
      ))}
      <ServiceFinder
        isThere={(words) => services.some((service) => service.words === words)}
        onAdd={(service) => onChange([...services, service])}
      />
    </Box>
  );
}
