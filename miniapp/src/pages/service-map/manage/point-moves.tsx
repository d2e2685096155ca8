import { HoursLines } from '../../../components/hours-lines';
import type { ServicePointView } from '@county/shared/service-map/service-point';
import { Sheet } from '../../../ui/dialog';
import { Card, Facts, Row, Stack } from '../../../ui/surface';
import {
  checkPage,
  closurePage,
  codesPage,
  CORRECTIONS_PAGE,
  editPage,
  historyPage,
  withdrawPage,
} from '../keeping-pages';

/** What one may do with a point, each with a word of what it does. */
export function PointMoves({ point, onClose }: { point: ServicePointView; onClose(): void }) {
  const isThere = point.withdrawnReason === null;
  return (
    <Sheet title={point.name} onClose={onClose}>
      <Stack>
        <Facts
          facts={[
            { name: '地址', value: point.address },
            { name: '电话', value: point.phone ?? '没有登记' },
            { name: '时间', value: <HoursLines hours={point.hours} /> },
          ]}
        />
        <Card flush>
          {isThere ? (
            <>
              <Row icon="badge-check" title="核对" about="内容都在，一按就好" to={checkPage(point.id)} />
              <Row icon="pencil" title="修改" about="时间、电话、窗口、无障碍…" to={editPage(point.id)} />
              <Row icon="calendar-days" title="停办几天" about="先看会影响什么" to={closurePage(point.id)} />
            </>
          ) : null}
          <Row icon="history" title="修改历史" about="谁改了什么，可以恢复" to={historyPage(point.id)} />
          {point.openCorrections ? (
            <Row icon="message-square-text" title={`群众纠错 ${point.openCorrections} 条`} to={CORRECTIONS_PAGE} />
          ) : null}
          {isThere ? (
            <>
              <Row icon="qr-code" title="门牌码" about="贴在门口、窗口，扫了就到这里" to={codesPage(point.id)} />
              <Row icon="circle-minus" title="撤下" about="不办了、搬走了；历史保留" to={withdrawPage(point.id)} />
            </>
          ) : null}
        </Card>
      </Stack>
    </Sheet>
  );
}
