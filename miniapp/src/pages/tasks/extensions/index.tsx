import { dayInWords } from '@county/shared/calendar/day';
import type { ExtensionView } from '@county/shared/tasks/lines/extension';
import { listExtensions } from '@county/shared/tasks/lines/extension-routes';
import { today } from '../../../platform/clock';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer, timeInWords } from '../../../ui/answer';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Row } from '../../../ui/surface';
import { DecideExtension } from '../decide-extension';

/** Extensions that wait for a supervisor, the oldest first. */
export default function ExtensionsPage() {
  const staff = useStaff();
  const list = useList(listExtensions, staff ? { query: {} } : null);
  const [opened, setOpened] = useState<ExtensionView>();
  if (!staff) return <SignInFirst title="延期审批" />;
  return (
    <Page title="延期审批" about="同意后，提醒、台账和灯号都按新的时限计算">
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="calendar-days" title="没有等待审批的延期">
              责任单位负责人申请后出现在这里。
            </EmptyState>
          </Card>
        }
      >
        {(items) => (
          <Card flush>
            {items.map((extension) => (
              <Row
                key={extension.id}
                brief
                icon="calendar-days"
                title={`${extension.unitName}：${dayInWords(extension.fromDueOn, today())} 延到 ${dayInWords(extension.dueOn, today())}`}
                about={`${extension.taskNumber}．${extension.mainTask}（${timeInWords(extension.askedAt)} 申请）`}
                onPress={() => setOpened(extension)}
              />
            ))}
          </Card>
        )}
      </ListAnswer>
      {opened ? <DecideExtension extension={opened} onDone={list.reload} onClose={() => setOpened(undefined)} /> : null}
    </Page>
  );
}
