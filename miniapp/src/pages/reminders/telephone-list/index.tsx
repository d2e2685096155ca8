import { useState } from 'react';
import { grouped } from '@county/shared/grouped';
import { listToRing } from '@county/shared/reminders/reminder-routes';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer } from '../../../ui/answer';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Segmented } from '../../../ui/choice';
import { Card } from '../../../ui/surface';
import { ToRing } from './to-ring';

const SHOWN = [
  { value: 'false', label: '全部' },
  { value: 'true', label: '只看要紧的' },
] as const;
type Pressing = (typeof SHOWN)[number]['value'];

/** Those whom nothing but a call reaches: whom, at which number, about what; whoever waits longest stands first. */
export default function TelephoneListPage() {
  const staff = useStaff();
  const [pressing, setPressing] = useState<Pressing>('false');
  const list = useList(listToRing, staff ? { query: { pressing } } : null);
  if (!staff) return <SignInFirst title="电话通知" />;
  return (
    <Page title="电话通知" about="微信、邮件、短信都没有确实送到，本人也还没有看的">
      <Segmented<Pressing> label="看哪些" options={SHOWN} value={pressing} onChange={setPressing} />
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="phone" title="现在没有要打的电话">
              提醒都送到了，或者本人已经看过。
            </EmptyState>
          </Card>
        }
      >
        {(entries) => (
          <>
            {[...grouped(entries, ({ personId }) => personId)].map(([personId, ofPerson]) => (
              <ToRing key={personId} entries={ofPerson} reload={list.reload} />
            ))}
          </>
        )}
      </ListAnswer>
    </Page>
  );
}
