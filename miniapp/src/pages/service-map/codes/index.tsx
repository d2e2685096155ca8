import { getSite } from '@county/shared/site/site';
import { CODE_PAGE, type CodePicture, type PointCode } from '@county/shared/service-map/point-code';
import { HoursLines } from '../../../components/hours-lines';
import { makeCodePicture, makePointCodes } from '@county/shared/service-map/point-code-routes';
import { getServicePoint } from '@county/shared/service-map/service-map-routes';
import type { ServicePointView } from '@county/shared/service-map/service-point';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState, type ReactNode } from 'react';
import { call } from '../../../api/call';
import { failureSentence, type Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { copy, pageAddress } from '../../../platform/device';
import { withQuery } from '../../../platform/navigation';
import { canPrint, printPage } from '../../../platform/print';
import { addressOf } from '../../../platform/transport';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Picture } from '../../../ui/base/picture';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { QrPicture } from '../../../ui/qr-picture';
import { Skeleton } from '../../../ui/skeleton';
import { Flow, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import '../keeping.scss';

/** The codes of a point and of its windows, each on a sheet for the door. */
export default function CodesPage() {
  const { id = '' } = useRouter().params;
  const staff = useStaff();
  const point = useCall(getServicePoint, staff ? { params: { pointId: id } } : null);
  if (!staff) return <SignInFirst title="门牌码" />;
  return (
    <Page title="门牌码" about={point.data?.name}>
      <Answer of={point} shape="words">
        {(view) =>
          view.withdrawnReason ? (
            <Notice kind="info" title="已经撤下的服务点没有门牌码" />
          ) : (
            <Codes key={`${view.id} ${view.version}`} point={view} />
          )
        }
      </Answer>
    </Page>
  );
}

function Codes({ point }: { point: ServicePointView }) {
  const [codes, setCodes] = useState<PointCode[]>();
  const [pictures, setPictures] = useState<Record<string, CodePicture>>({});
  const [failure, setFailure] = useState<Failure>();
  const site = useCall(getSite, {});
  useEffect(() => {
    let isShown = true;
    const make = async () => {
      const made = await call(makePointCodes, { params: { pointId: point.id }, body: {} });
      if (!isShown) return;
      if (!made.ok) return setFailure(made.failure);
      setCodes(made.reply.items);
      // One by one: a hall has dozens of windows, and WeChat is asked for each.
      for (const { key } of made.reply.items) {
        const answer = await call(makeCodePicture, { params: { key }, body: {} });
        if (!isShown) return;
        const picture = answer.ok
          ? answer.reply
          : { state: 'not-now' as const, url: null, words: failureSentence(answer.failure) };
        setPictures((before) => ({ ...before, [key]: picture }));
        if (picture.state !== 'kept') return;
      }
    };
    void make();
    return () => {
      isShown = false;
    };
  }, [point.id]);
  if (!codes) return failure ? <FailureNotice failure={failure} /> : <Skeleton shape="words" />;
  const trouble = Object.values(pictures).find(({ state }) => state !== 'kept');
  return (
    <Stack>
      {canPrint ? (
        <Flow>
          <Button kind="primary" icon="printer" onPress={() => void printPage()}>
            打印，贴在门口和窗口
          </Button>
        </Flow>
      ) : null}
      {trouble ? (
        <Notice kind="info" title={trouble.state === 'not-configured' ? '小程序码未开通' : '小程序码还没有取到'}>
          {trouble.words}
        </Notice>
      ) : null}
      {codes.map((code) => (
        <DoorSheet
          key={code.key}
          code={code}
          point={point}
          picture={pictures[code.key]}
          owner={site.data?.owner ?? ''}
        />
      ))}
    </Stack>
  );
}

interface DoorSheetProps {
  code: PointCode;
  point: ServicePointView;
  picture: CodePicture | undefined;
  owner: string;
}

/** What hangs at the door: whose it is, when it is open, whom to ring, and the code. */
function DoorSheet({ code, point, picture, owner }: DoorSheetProps) {
  const window = point.windows.find(({ id }) => id === code.windowId);
  const link = pageAddress(withQuery(CODE_PAGE, { scene: code.key }));
  const title = code.windowName ?? code.pointName;
  return (
    <Box as="article" className="document door-sheet">
      <Box className="document-title">{title}</Box>
      {window ? <Box className="document-about">{code.pointName}</Box> : null}
      <Flow>
        <CodeOf label="微信或浏览器扫一扫">
          <QrPicture text={link} label={`${title}的二维码`} />
        </CodeOf>
        {picture?.url ? (
          <CodeOf label="微信扫一扫，打开小程序">
            <Picture className="qr-picture" src={addressOf(picture.url)} label={`${title}的小程序码`} />
          </CodeOf>
        ) : null}
      </Flow>
      <Box>
        开放时间：
        <HoursLines hours={window?.hours ?? point.hours} />
      </Box>
      {point.phone ? <Box>{`电话：${point.phone}`}</Box> : null}
      {window?.services.length ? <Box>{`可办：${window.services.map(({ words }) => words).join('、')}`}</Box> : null}
      <Box className="field-hint">{`扫码看办什么、带什么、现在开没开，也可以报错。编号 ${code.key}`}</Box>
      {owner ? <Box className="field-hint">{owner}</Box> : null}
      <Flow>
        <Button kind="quiet" icon="copy" onPress={() => void copy(link).then((is) => is && toast('已复制网址'))}>
          复制网址
        </Button>
      </Flow>
    </Box>
  );
}

function CodeOf({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box className="door-code">
      {children}
      <Box className="field-hint">{label}</Box>
    </Box>
  );
}
