import { useRouter } from '@tarojs/taro';
import { useRenewedGuides } from '../../../api/kept-guides';
import { useStaff } from '../../../api/session';
import { newId } from '../../../platform/ids';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer } from '../../../ui/answer';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card } from '../../../ui/surface';
import { useHandbook } from '../use-handbook';
import { emptyForm, formOf } from './handbook-form';
import { WritingHandbook } from './writing-handbook';
import '../guides.scss';

/** A handbook is written or changed: guides in order, what goes beside what, what is handed in once. */
export default function HandbookEditPage() {
  const staff = useStaff();
  const { params } = useRouter();
  useRenewedGuides();
  const { list, handbook } = useHandbook(staff ? params.id : undefined);
  if (!staff) return <SignInFirst title="编写一本通" />;
  if (!params.id) {
    const unit = staff.unitId ? { unitId: staff.unitId, unitName: staff.unitName ?? '' } : null;
    return (
      <Page title="写一份一本通" about="写到一半会自动存在这台设备上">
        <WritingHandbook draftKey="handbook:new" begun={emptyForm(newId(), newId(), unit)} handbook={undefined} />
      </Page>
    );
  }
  return (
    <Page title={handbook?.content.title ?? '修改一本通'} about="群众看到的不变，审查通过后才换成新的">
      <ListAnswer of={list} empty={<NotFound />}>
        {() =>
          handbook ? (
            <WritingHandbook
              key={handbook.revision}
              draftKey={`handbook:${handbook.id}`}
              begun={formOf(handbook, newId())}
              handbook={handbook}
            />
          ) : (
            <NotFound />
          )
        }
      </ListAnswer>
    </Page>
  );
}

function NotFound() {
  return (
    <Card>
      <EmptyState icon="list-checks" title="没有找到这份一本通">
        请从“一本通维护”里打开。
      </EmptyState>
    </Card>
  );
}
