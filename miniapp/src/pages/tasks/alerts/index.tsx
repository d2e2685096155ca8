import { dueDayInWords } from '@county/shared/calendar/day';
import { ALERT_LABELS, type AlertKind, type LineAlert } from '@county/shared/tasks/overview/line-alert';
import { BEHIND_MARGIN, SILENT_WORKING_DAYS } from '@county/shared/tasks/overview/alert-rules';
import { listAlerts } from '@county/shared/tasks/overview/overview-routes';
import { useRouter } from '@tarojs/taro';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { today } from '../../../platform/clock';
import { withQuery } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { EmptyState } from '../../../ui/empty-state';
import type { IconName } from '../../../ui/icon-name';
import { Page } from '../../../ui/page';
import { Card, Flow, Row, Section } from '../../../ui/surface';
import { Tag, type Tone } from '../../../ui/tag';
import { useFilterNames } from '../filter-names';
import { WaitingTag } from '../line-state';

const SIGNS = {
  behind: ['amber', 'clock'],
  falling: ['amber', 'undo-2'],
  silent: ['cinnabar', 'bell'],
  'not-computable': ['stone', 'circle-help'],
} as const satisfies Record<AlertKind, readonly [Tone, IconName]>;

/** 预警: what the figures of open lines say by rules, task by task. */
export default function AlertsPage() {
  const { id: breakdownId = '', underUnitId } = useRouter().params;
  const staff = useStaff();
  const list = useList(listAlerts, staff ? { params: { breakdownId }, query: { underUnitId, limit: 50 } } : null);
  const { underUnit } = useFilterNames({ underUnitId }, undefined);
  if (!staff) return <SignInFirst title="预警" />;
  return (
    <Page
      title={underUnit ? `${underUnit}所辖单位的预警` : '预警'}
      about="由规则计算，按任务序号和完成时限排列，不对单位排名"
    >
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="circle-check" title="没有需要留意的任务">
              没有落后、回落或长时间未报的任务。
            </EmptyState>
          </Card>
        }
      >
        {(alerts) => (
          <>
            {byTask(alerts).map(([task, own]) => (
              <Section key={task.id} title={`${task.number}．${task.mainTask}`}>
                <Card flush>
                  {own.map((alert) => (
                    <AlertRow key={alert.id} alert={alert} />
                  ))}
                </Card>
              </Section>
            ))}
          </>
        )}
      </ListAnswer>
      <Box className="row-about">
        {`落后：比同一任务一半单位已达到的进度还低 ${BEHIND_MARGIN} 个百分点以上。长时间未报：${SILENT_WORKING_DAYS} 个工作日没有填报。预警只是提示，请先向单位了解情况。`}
      </Box>
    </Page>
  );
}

function AlertRow({ alert }: { alert: LineAlert }) {
  return (
    <Row
      title={alert.unitName}
      about={alert.findings.map(({ words }) => words).join('；')}
      to={withQuery('/pages/tasks/line/index', { id: alert.id })}
      foot={
        <Flow>
          {alert.findings.map(({ kind }) => (
            <Tag key={kind} tone={SIGNS[kind][0]} icon={SIGNS[kind][1]}>
              {ALERT_LABELS[kind]}
            </Tag>
          ))}
          <WaitingTag line={alert} />
          <Box as="span" className="grid-about">
            {alert.dueOn ? dueDayInWords(alert.dueOn, today()) : '无固定时限'}
          </Box>
        </Flow>
      }
    />
  );
}

function byTask(alerts: readonly LineAlert[]): [LineAlert['task'], LineAlert[]][] {
  const groups = new Map<string, [LineAlert['task'], LineAlert[]]>();
  for (const alert of alerts) {
    const group = groups.get(alert.task.id);
    if (group) group[1].push(alert);
    else groups.set(alert.task.id, [alert.task, [alert]]);
  }
  return [...groups.values()];
}
