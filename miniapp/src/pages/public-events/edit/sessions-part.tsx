import { faultAt } from '../../../components/content-faults';
import { MovedRows } from '../../../components/moved-rows';
import { today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { Box } from '../../../ui/base/box';
import { ClockField, DateField, Field, FieldPair } from '../../../ui/field';
import { freshSession } from './event-form';
import type { FormPart } from './form-parts';

const MOST_SESSIONS = 20;
const MOST_LINES = 30;

/** When it takes place, session by session, and what happens in which order. */
export function SessionsPart({ form, write, issues }: FormPart) {
  return (
    <>
      <MovedRows
        what="场次"
        counted="场"
        items={form.sessions}
        onChange={(sessions) => write({ sessions })}
        fresh={() => freshSession(newId())}
        most={MOST_SESSIONS}
        error={faultAt(issues, 'sessions')}
      >
        {(session, index, change) => {
          const fault = (field: string) => faultAt(issues, `sessions.${index}.${field}`);
          return (
            <>
              <DateField
                label="日期"
                min={today()}
                value={session.day}
                onChange={(day) => change({ day })}
                error={fault('day')}
              />
              <FieldPair>
                <ClockField
                  label="开始时间"
                  value={session.from}
                  onChange={(from) => change({ from })}
                  error={fault('from')}
                />
                <ClockField label="结束时间" value={session.to} onChange={(to) => change({ to })} error={fault('to')} />
              </FieldPair>
              {form.sessions.length > 1 || session.name ? (
                <Field
                  label="场次名称"
                  hint="例如 上午场"
                  optional
                  maxLength={30}
                  value={session.name}
                  onChange={(name) => change({ name })}
                  error={fault('name')}
                />
              ) : null}
            </>
          );
        }}
      </MovedRows>
      <Box className="move-title">活动安排</Box>
      <MovedRows
        what="安排"
        counted="项"
        items={form.programme}
        onChange={(programme) => write({ programme })}
        fresh={() => ({ time: '', words: '' })}
        most={MOST_LINES}
        error={faultAt(issues, 'programme')}
      >
        {(line, index, change) => (
          <>
            <ClockField
              label="时间"
              optional
              value={line.time}
              onChange={(time) => change({ time })}
              error={faultAt(issues, `programme.${index}.time`)}
            />
            <Field
              label="做什么"
              hint="例如 参观沉淀池"
              maxLength={100}
              value={line.words}
              onChange={(words) => change({ words })}
              error={faultAt(issues, `programme.${index}.words`)}
            />
          </>
        )}
      </MovedRows>
    </>
  );
}
