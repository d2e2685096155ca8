import { getServicePoint } from '@county/shared/service-map/service-map-routes';
import { useRouter } from '@tarojs/taro';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { historyPage } from '../keeping-pages';
import { EditForm } from './edit-form';
import { blankForm, formOf } from './point-form';

/** A new point, or all that is kept about one: saved on the phone by itself, public once it is sent. */
export default function EditPointPage() {
  const { id = '' } = useRouter().params;
  const staff = useStaff();
  const point = useCall(getServicePoint, staff && id ? { params: { pointId: id } } : null);
  const title = id ? '修改服务点' : '新增服务点';
  if (!staff) return <SignInFirst title={title} />;
  if (!id)
    return (
      <Page title={title} about="不知道的先空着，写明“没有登记”比写错好">
        <EditForm point={undefined} fresh={blankForm(staff.unitId ?? '', staff.unitName ?? '')} />
      </Page>
    );
  return (
    <Page title={title} about={point.data && `${point.data.name} · ${point.data.unitName}`}>
      <Answer of={point} shape="words">
        {(view) =>
          view.withdrawnReason ? (
            <Notice
              kind="info"
              title={`已经撤下：${view.withdrawnReason}`}
              action={<Button href={historyPage(view.id)}>看修改历史</Button>}
            >
              要再公开，请在修改历史里恢复一版。
            </Notice>
          ) : (
            <EditForm key={view.id} point={view} fresh={formOf(view)} />
          )
        }
      </Answer>
    </Page>
  );
}
