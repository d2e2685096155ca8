import { dayInWords } from '@county/shared/calendar/day';
import { checkServicePoint, getServicePoint } from '@county/shared/service-map/service-map-routes';
import type { ServicePointView } from '@county/shared/service-map/service-point';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { goBack, goTo } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Picture } from '../../../ui/base/picture';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { addressOf } from '../../../platform/transport';
import { CORRECTIONS_PAGE, editPage } from '../keeping-pages';
import { PointFactList } from '../point-facts';

/** Whether everything still holds: read it once, press once. */
export default function CheckPointPage() {
  const { id = '' } = useRouter().params;
  const staff = useStaff();
  const point = useCall(getServicePoint, staff ? { params: { pointId: id } } : null);
  if (!staff) return <SignInFirst title="核对" />;
  return (
    <Page title="核对" about={point.data?.name}>
      <Answer of={point} shape="words">
        {(view) => <Check point={view} onStale={() => void point.reload()} />}
      </Answer>
    </Page>
  );
}

function Check({ point, onStale }: { point: ServicePointView; onStale(): void }) {
  // One pressing is one check, however often it is sent.
  const [id] = useState(newId);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    const answer = await call(checkServicePoint, {
      params: { pointId: point.id },
      body: { id, onVersion: point.version },
    });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      if (answer.failure.kind === 'refused' && answer.failure.status === 409) onStale();
      return;
    }
    toast('已核对，群众看到“今天核对”');
    await goBack();
  };
  return (
    <>
      <FailureNotice failure={failure} />
      {point.openCorrections ? (
        <Notice
          kind="warn"
          title={`有 ${point.openCorrections} 条群众纠错还没有处理`}
          action={<Button href={CORRECTIONS_PAGE}>先看纠错</Button>}
        >
          看过再核对，免得把错的当成对的。
        </Notice>
      ) : null}
      <Section
        title="现在公开的内容"
        about={
          point.checkedOn
            ? `上次核对：${dayInWords(point.checkedOn, today())} ${point.checkedByName ?? ''}`
            : '还没有核对过'
        }
      >
        <Card>
          <Stack>
            <PointFactList facts={point} />
            {point.photoUrl ? (
              <Box className="photos">
                <Box className="photo">
                  <Picture src={addressOf(point.photoUrl)} label="入口照片" />
                </Box>
              </Box>
            ) : null}
          </Stack>
        </Card>
      </Section>
      <ActionBar>
        <Button icon="pencil" href={editPage(point.id)} onPress={() => void goTo(editPage(point.id))}>
          有变，去修改
        </Button>
        <Button
          kind="primary"
          icon="badge-check"
          wide
          busy={busy}
          disabledReason={point.withdrawnReason ? '已经撤下，不用核对' : null}
          onPress={() => void check()}
        >
          全部无误
        </Button>
      </ActionBar>
    </>
  );
}
