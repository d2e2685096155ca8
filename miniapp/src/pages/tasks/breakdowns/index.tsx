import { listBreakdowns } from '@county/shared/tasks/breakdowns/breakdown-routes';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { ListAnswer } from '../../../ui/answer';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card } from '../../../ui/surface';
import { SignInFirst } from '../../../shell/sign-in-first';
import { BreakdownCard } from './breakdown-card';
import { UploadCard } from './upload-card';

/** Every breakdown; a supervisor brings in new ones, makes them public and carries them forward. */
export default function Breakdowns() {
  const staff = useStaff();
  const list = useList(listBreakdowns, staff ? { query: {} } : null);
  if (!staff) return <SignInFirst title="任务分解表" />;
  const supervises = staff.role === 'supervisor';
  return (
    <Page title="任务分解表" about="县里下发的任务表，和从它分出去的全部任务">
      {supervises ? <UploadCard /> : null}
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="file-text" title="还没有任务分解表">
              由督查员上传 Word 或 Excel 文件，确认后自动交办到各单位。
            </EmptyState>
          </Card>
        }
      >
        {(items) => (
          <>
            {items.map((item) => (
              <BreakdownCard key={item.id} breakdown={item} supervises={supervises} reload={list.reload} />
            ))}
          </>
        )}
      </ListAnswer>
    </Page>
  );
}
