import { closeAccount, getOwnData, ownDataInWords, type OwnData } from '@county/shared/people/own-data';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { forgetAllBookings } from '../../../api/kept-bookings';
import { forgetAllSignUps } from '../../../api/kept-sign-ups';
import { endSession, useActor } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { copy } from '../../../platform/device';
import { goBack } from '../../../platform/navigation';
import { canPrint, printPage } from '../../../platform/print';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { Page } from '../../../ui/page';
import { Card, Facts, Flow, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

/** Everything that is kept about whoever is signed in, to take along, and the way to leave (个人信息保护法 45, 47). */
export default function OwnDataPage() {
  const actor = useActor();
  const data = useCall(getOwnData, actor ? {} : null);
  if (!actor) return <SignInFirst title="我的个人信息" />;
  return (
    <Page title="我的个人信息" about="系统里存着的、与您的账号相连的全部内容">
      <Answer of={data} shape="words">
        {(shown) => (
          <>
            <Kept data={shown} />
            {actor.role === 'resident' ? <Leaving /> : <OfColleagues />}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Kept({ data }: { data: OwnData }) {
  const copyAll = async () => {
    if (await copy(ownDataInWords(data))) toast('已复制，可以粘贴到别处保存');
  };
  return (
    <>
      {data.parts.map(({ what, items }) => (
        <Section key={what} title={items.length > 1 ? `${what}（${items.length}）` : what}>
          {items.map((facts, at) => (
            <Card key={at}>
              <Facts facts={facts} />
            </Card>
          ))}
        </Section>
      ))}
      <Flow>
        <Button icon="copy" onPress={() => void copyAll()}>
          复制全部
        </Button>
        {canPrint ? (
          <Button icon="printer" onPress={() => void printPage()}>
            打印
          </Button>
        ) : null}
      </Flow>
      <Box className="row-about">没有登录时做的预约、报名、提问不在这里，凭编号和手机号可以查到。</Box>
    </>
  );
}

/** For a resident: gone at once, and what others count on stays without the account. */
function Leaving() {
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    const words =
      '微信绑定、提醒和与账号相连的记录马上删除，不能恢复。已经约好的时间不会取消，凭预约号和手机号还能查到。这台设备上存的预约和报名也一并删去，请先记下预约号。';
    if (!(await confirm({ title: '注销账号？', words, yes: '注销', no: '不注销', danger: true }))) return;
    setBusy(true);
    const answer = await call(closeAccount, { body: { understood: true } });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    await endSession();
    forgetAllBookings();
    forgetAllSignUps();
    toast('账号已注销');
    await goBack();
  };
  return (
    <Section title="注销账号" about="不用以后，可以自己删除账号">
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <Button kind="danger" icon="x" busy={busy} onPress={() => void leave()}>
            注销账号
          </Button>
        </Stack>
      </Card>
    </Section>
  );
}

function OfColleagues() {
  return (
    <Section title="更正和删除">
      <Card>
        <Box>工作人员的账号随职务保留，离任时由单位停用。要更正，请联系本单位负责人。</Box>
      </Card>
    </Section>
  );
}
