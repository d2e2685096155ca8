import { PROVISIONAL_WORDS } from '@county/shared/calendar/working-days';
import { receiveCircular } from '@county/shared/circulars/circular-routes';
import type { CircularView, ReceiptView } from '@county/shared/circulars/circular-views';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { today } from '../../../platform/clock';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { DateField } from '../../../ui/field';
import { Card, Row, Section, Stack } from '../../../ui/surface';

interface ReceiptsProps {
  circular: CircularView;
  onChanged(circular: CircularView): void;
}

/** 送达: which unit has received it, and until when it may object. */
export function Receipts({ circular, onChanged }: ReceiptsProps) {
  const staff = useStaff()!;
  const [delivering, setDelivering] = useState<ReceiptView>();
  if (!circular.receipts.length) return null;
  return (
    <Section title="送达" about="单位第一次打开就算收到；书面送达的由督查员登记">
      <Card flush>
        {circular.receipts.map((receipt) => {
          const mayDeliver = !receipt.receivedOn && staff.role === 'supervisor';
          return (
            <Row
              key={receipt.unitId}
              icon={receipt.receivedOn ? 'circle-check' : 'clock'}
              title={receipt.unitName}
              about={mayDeliver ? '还没有打开；书面送达的点这里登记' : receiptInWords(receipt)}
              {...(mayDeliver
                ? { label: `登记${receipt.unitName}书面送达`, onPress: () => setDelivering(receipt) }
                : {})}
            />
          );
        })}
      </Card>
      {delivering ? (
        <DeliverSheet
          circular={circular}
          receipt={delivering}
          onClose={() => setDelivering(undefined)}
          onDone={(changed) => {
            setDelivering(undefined);
            onChanged(changed);
          }}
        />
      ) : null}
    </Section>
  );
}

function receiptInWords({ receivedOn, how, byName, objectUntil, provisional }: ReceiptView): string {
  if (!receivedOn) return '还没有打开';
  const received = how === 'delivered' ? `${receivedOn} 书面送达（${byName} 登记）` : `${receivedOn} ${byName} 打开`;
  return `${received}，${objectUntil} 当天及以前可以提出异议${provisional ? `（${PROVISIONAL_WORDS}）` : ''}`;
}

interface DeliverProps {
  circular: CircularView;
  receipt: ReceiptView;
  onClose(): void;
  onDone(circular: CircularView): void;
}

function DeliverSheet({ circular, receipt, onClose, onDone }: DeliverProps) {
  const [deliveredOn, setDeliveredOn] = useState<string>(today());
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const body = { unitId: receipt.unitId, deliveredOn };
    const answer = await call(receiveCircular, { params: { circularId: circular.id }, body });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    onDone(answer.reply);
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title={`${receipt.unitName}：登记书面送达`}
      onClose={onClose}
      actions={
        <Button kind="primary" busy={busy} onPress={() => void send()}>
          登记
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <DateField
          label="送达日期"
          hint="提出异议的期限从这一天起算，登记后不能改"
          value={deliveredOn}
          min={circular.issuedOn ?? undefined}
          max={today()}
          onChange={setDeliveredOn}
          error={issueAt(issues, 'deliveredOn')}
        />
      </Stack>
    </Sheet>
  );
}
