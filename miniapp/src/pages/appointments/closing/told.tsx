import type { StaffBookingView } from '@county/shared/appointments/staff-booking';
import { toRingPage } from '../../../navigation/booking-pages';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';

/** Who heard of it, and who has to be rung. */
export function Told({ point, told }: { point: string; told: readonly StaffBookingView[] }) {
  const toRing = told.filter(({ toBeRungAbout }) => toBeRungAbout !== null).length;
  const byWechat = told.length - toRing;
  const words = [byWechat && `${byWechat} 位已用微信告诉`, toRing && `${toRing} 位只能打电话`]
    .filter(Boolean)
    .join('，');
  return (
    <Notice
      kind={toRing ? 'warn' : 'success'}
      title={`已安排 ${told.length} 个预约`}
      action={
        toRing ? (
          <Button kind="primary" icon="phone" href={toRingPage(point)}>
            看要打电话的名单
          </Button>
        ) : undefined
      }
    >
      {words}
    </Notice>
  );
}
