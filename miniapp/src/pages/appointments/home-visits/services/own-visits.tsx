import { readAskedHomeVisit } from '@county/shared/appointments/home-visits/home-visit-routes';
import { dayInWords } from '@county/shared/calendar/day';
import { useState } from 'react';
import { visitsAskedHere } from '../../../../api/kept-numbers';
import { useOutbox } from '../../../../api/outbox';
import { unsent } from '../../../../api/outbox-queue';
import { useCall } from '../../../../api/use-call';
import { today } from '../../../../platform/clock';
import { Button } from '../../../../ui/button';
import { confirm } from '../../../../ui/dialog';
import { Card, Row, Section } from '../../../../ui/surface';
import { ownRequestPage } from '../visit-pages';
import { VisitState } from '../visit-state';

/** What was asked for from this device. */
export function OwnVisits() {
  const [ids, setIds] = useState(visitsAskedHere.all);
  if (!ids.length) return null;
  const remove = async () => {
    const words = '申请照样办。以后可以凭申请号和电话查看。';
    if (!(await confirm({ title: '从本机移除这些记录？', words, yes: '移除' }))) return;
    visitsAskedHere.forgetAll();
    setIds([]);
  };
  return (
    <Section
      title="本机申请过的"
      action={
        <Button kind="quiet" onPress={() => void remove()}>
          从本机移除
        </Button>
      }
    >
      <Card flush>
        {ids.map((id) => (
          <OwnVisit key={id} id={id} />
        ))}
      </Card>
    </Section>
  );
}

function OwnVisit({ id }: { id: string }) {
  const isUnsent = useOutbox(({ items }) => unsent(items).some((item) => item.id === id));
  const { data } = useCall(readAskedHomeVisit, isUnsent ? null : { params: { requestId: id } });
  if (isUnsent)
    return (
      <Row
        icon="clock"
        title="有一件申请还没有发出去"
        about="存在这台手机上，有网络时自动发送"
        to="/pages/tasks/outbox/index"
      />
    );
  if (!data) return null;
  const { serviceName, number, villageName, maskedName, visitOn, state } = data;
  return (
    <Row
      title={serviceName}
      about={[`申请号 ${number}`, villageName, maskedName, visitOn && `${dayInWords(visitOn, today())}上门`]
        .filter(Boolean)
        .join(' · ')}
      end={<VisitState state={state} />}
      to={ownRequestPage(id)}
    />
  );
}
