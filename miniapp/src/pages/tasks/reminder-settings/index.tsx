import { getBreakdown } from '@county/shared/tasks/breakdowns/breakdown-routes';
import { getReminderSettings } from '@county/shared/tasks/due-reminders/due-reminder-routes';
import { canSetReminders } from '@county/shared/tasks/due-reminders/reminder-settings';
import { useRouter } from '@tarojs/taro';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Page } from '../../../ui/page';
import { SettingsFacts } from './settings-facts';
import { SettingsForm } from './settings-form';

/** When a plan's people are reminded: a supervisor sets it, everybody of the staff may look. */
export default function ReminderSettingsPage() {
  const { id: breakdownId = '' } = useRouter().params;
  const staff = useStaff();
  const params = { breakdownId };
  const breakdown = useCall(getBreakdown, staff ? { params } : null);
  const settings = useCall(getReminderSettings, staff ? { params } : null);
  if (!staff) return <SignInFirst title="提醒设置" />;
  return (
    <Page title="提醒设置" about={breakdown.data?.title}>
      <Answer of={settings}>
        {(now) =>
          canSetReminders(staff).allowed ? (
            <SettingsForm key={JSON.stringify(now)} breakdownId={breakdownId} now={now} onSaved={settings.replace} />
          ) : (
            <SettingsFacts settings={now} />
          )
        }
      </Answer>
    </Page>
  );
}
