import { readAskedHomeVisit } from '@county/shared/appointments/home-visits/home-visit-routes';
import { useSentItem, type Sending } from '../../../../api/outbox';
import { useCall } from '../../../../api/use-call';
import { Answer } from '../../../../ui/answer';
import { Box } from '../../../../ui/base/box';
import { Button } from '../../../../ui/button';
import { Notice } from '../../../../ui/notice';
import { Flow } from '../../../../ui/surface';
import { ownRequestPage, requestsPage, servicesPage } from '../visit-pages';

/** After sending: the number, and what happens next; or that it waits for a network. */
export function Asked({ sending, isOnBehalf }: { sending: Sending; isOnBehalf: boolean }) {
  const item = useSentItem(sending);
  const hasArrived = item.state === 'sent';
  const visit = useCall(readAskedHomeVisit, hasArrived ? { params: { requestId: item.id } } : null);
  if (!hasArrived)
    return (
      <Notice kind="warn" title="已存下，有网络时自动发送" action={<Button href={servicesPage}>回到上门服务</Button>}>
        请不要卸载或清除数据。可在“待发送”里查看；发出后在“上门服务”里看申请号。
      </Notice>
    );
  return (
    <Answer of={visit} shape="words">
      {({ number, unitName }) => (
        <Notice
          kind="success"
          title={`已收到，申请号 ${number}`}
          action={
            <Flow>
              <Button href={ownRequestPage(item.id)}>看办到哪一步</Button>
              {isOnBehalf ? <Button href={requestsPage}>看代为申请的</Button> : null}
            </Flow>
          }
        >
          <Box>{`${unitName}受理后会打电话约时间。${isOnBehalf ? '请把申请号告诉老人或家人。' : '请记下申请号。'}`}</Box>
          <Box>工作人员出发之前，随时可以修改或撤回。</Box>
        </Notice>
      )}
    </Answer>
  );
}
