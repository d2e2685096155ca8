import { dayInWords } from '@county/shared/calendar/day';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { today } from '../../../platform/clock';
import { withQuery } from '../../../platform/navigation';
import { Row } from '../../../ui/surface';

/** When somebody last looked whether all of this holds, and who. */
export function CheckedLine({ point: { checkedOn, checkedByName } }: { point: PublicPoint }) {
  if (!checkedOn) return <Row icon="circle-help" title="还没有核对过" about="出门前最好先打个电话" />;
  return (
    <Row
      icon="badge-check"
      title={`${dayInWords(checkedOn, today())} 核对过`}
      about={checkedByName ? `核对人：${checkedByName}` : undefined}
    />
  );
}

/** Anybody may say that something is wrong. */
export function ReportRow({ point: { id } }: { point: PublicPoint }) {
  return (
    <Row
      icon="pencil"
      title="信息有误？告诉我们"
      about="电话、时间、位置不对都可以报，不用登录"
      to={withQuery('/pages/service-map/correction/index', { id })}
    />
  );
}
