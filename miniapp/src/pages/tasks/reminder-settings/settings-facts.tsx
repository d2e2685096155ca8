import { dayInWords } from '@county/shared/calendar/day';
import type { ReminderSettings } from '@county/shared/tasks/due-reminders/reminder-settings';
import { Box } from '../../../ui/base/box';
import { Notice } from '../../../ui/notice';
import { Card, Facts } from '../../../ui/surface';

/** What is set, for those who may not change it. */
export function SettingsFacts({ settings }: { settings: ReminderSettings }) {
  if (!settings.isOn) return <Notice title="这份任务分解表现在不发提醒">由督查员在这里打开。</Notice>;
  const { before, onDay, lateUnit, lateLeads, lateCircular, hour, quiet } = settings;
  const after = (count: number | null) => (count === null ? '不提醒' : `逾期 ${count} 个工作日`);
  const ahead = before.toSorted((a, b) => b - a).join('、');
  return (
    <Card>
      <Facts
        facts={[
          { name: '到期前', value: before.length ? `${ahead} 个工作日` : '不提醒' },
          { name: '到期当天', value: onDay ? '提醒' : '不提醒' },
          { name: '提醒责任单位', value: after(lateUnit) },
          { name: '提醒负责人和督查员', value: after(lateLeads) },
          { name: '列入通报备选', value: after(lateCircular) },
          { name: '时间', value: `${hour} 点起` },
          {
            name: '不提醒的日子',
            value: quiet.length
              ? quiet.map(({ from, until, why }) => (
                  <Box key={from + until}>{`${dayInWords(from)} 到 ${dayInWords(until)}：${why}`}</Box>
                ))
              : '没有（休息日都不提醒）',
          },
          { name: '谁能改', value: '督查员' },
        ]}
      />
    </Card>
  );
}
