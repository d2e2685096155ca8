import { dayInWords } from '@county/shared/calendar/day';
import type { ServicePointView } from '@county/shared/service-map/service-point';
import { today } from '../../../platform/clock';
import { Flow } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';

/** What is to be done about a point, and what residents miss on it. */
export function PointTags({ point }: { point: ServicePointView }) {
  if (point.withdrawnReason)
    return (
      <Tag tone="stone" icon="circle-minus">
        {`已撤下：${point.withdrawnReason}`}
      </Tag>
    );
  return (
    <Flow>
      {point.openCorrections ? (
        <Tag tone="amber" icon="message-square-text">{`纠错 ${point.openCorrections} 条`}</Tag>
      ) : null}
      {point.isCheckDue ? (
        <Tag tone="amber" icon="clock">
          {point.checkedOn ? `该核对了，上次 ${dayInWords(point.checkedOn, today())}` : '还没有核对过'}
        </Tag>
      ) : null}
      {point.isPlaceWithdrawn ? (
        <Tag tone="amber" icon="circle-alert">
          所在场所已撤销，请改地址
        </Tag>
      ) : null}
      {point.position ? null : (
        <Tag tone="stone" icon="circle-dashed">
          没有位置，不在地图上
        </Tag>
      )}
      {point.hours ? null : (
        <Tag tone="stone" icon="circle-help">
          时间不详
        </Tag>
      )}
      {point.isCheckDue || !point.checkedOn ? null : (
        <Tag tone="pine" icon="circle-check">{`${dayInWords(point.checkedOn, today())} 核对`}</Tag>
      )}
    </Flow>
  );
}
