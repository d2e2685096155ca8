import { isDrawnSo } from '@county/shared/public-events/draw';
import { inOrderOfTime } from '@county/shared/public-events/event-rules';
import { sessionInWords } from '@county/shared/public-events/event-words';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { getPublicDraw, getPublicEvent } from '@county/shared/public-events/public-event-routes';
import type { PublicDraw } from '@county/shared/public-events/sign-up';
import { useRouter } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { useCall } from '../../../api/use-call';
import { isNotThere, NotThere } from '../../../components/not-there';
import { eventPage } from '../../../navigation/event-pages';
import { today } from '../../../platform/clock';
import { Answer, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Facts, Section, Stack } from '../../../ui/surface';
import { NotNow } from '../desk-page';
import '../public-events.scss';
import { Lots, Own } from './lots';

/** 抽签结果 for everybody: the number, every lot, who has a place, and all of it made again on this very device. */
export default function DrawResultPage() {
  const { id = '' } = useRouter().params;
  const event = useCall(getPublicEvent, id ? { params: { eventId: id } } : null);
  // Asked for on its own: right after the draw, what everybody reads of the event may be some seconds old.
  const draw = useCall(getPublicDraw, id ? { params: { eventId: id } } : null);
  if (!id || isNotThere(event.failure)) return <NotThere title="抽签结果" what="这个活动" failure={event.failure} />;
  return (
    <Page title="抽签结果" about={event.data?.title}>
      <Answer of={event} shape="words">
        {(shown) =>
          (draw.data ?? !isNotThere(draw.failure)) ? (
            <Answer of={draw} shape="words">
              {(result) => <Result event={shown} draw={result} />}
            </Answer>
          ) : (
            <NotDrawn event={shown} />
          )
        }
      </Answer>
      {event.data ? (
        <Box>
          <Button icon="file-text" href={eventPage(id)}>
            看活动安排
          </Button>
        </Box>
      ) : null}
    </Page>
  );
}

function NotDrawn({ event }: { event: PublicEvent }) {
  const terms = event.content.signUp?.draw;
  if (!terms) return <NotNow title="这个活动不抽签">先报先得，满了按先后候补。</NotNow>;
  return (
    <NotNow title="还没有抽签">
      {`定在 ${terms.drawnOn}，用“${terms.seedSource}”抽；抽了以后，每个编号的签都公布在这里，谁都能重算。`}
    </NotNow>
  );
}

function Result({ event, draw }: { event: PublicEvent; draw: PublicDraw }) {
  const [number, setNumber] = useState('');
  const { groups } = event.content;
  const own = /^\d{1,5}$/.test(number.trim()) ? Number(number) : undefined;
  const pools = inOrderOfTime(event.sessions).flatMap((session) =>
    groups.flatMap((group) => {
      const of = draw.pools.find((one) => one.sessionKey === session.key && one.groupKey === group.key);
      const when = event.sessions.length > 1 ? `${sessionInWords(session, today())} ` : '';
      return of?.lots.length ? [{ ...of, name: `${when}${group.name}` }] : [];
    }),
  );
  return (
    <>
      <Card>
        <Stack>
          <Box className="sign-up-code">
            <Box className="row-about">公开数字</Box>
            <Box className="draw-seed">{draw.seed}</Box>
          </Box>
          <Facts
            facts={[
              { name: '从哪里来', value: draw.seedSource },
              { name: '抽签时间', value: timeInWords(draw.drawnAt) },
            ]}
          />
        </Stack>
      </Card>
      <Section title="您抽中了吗" about="“我的报名”里写着您的抽签编号">
        <Card>
          <Stack>
            <Field label="抽签编号" kind="number" optional value={number} onChange={setNumber} maxLength={5} />
            {own === undefined ? null : pools.map((pool) => <Own key={pool.name} pool={pool} own={own} />)}
          </Stack>
        </Card>
      </Section>
      <Recheck draw={draw} />
      {pools.map((pool) => (
        <Lots key={`${pool.sessionKey}${pool.groupKey}`} pool={pool} own={own} />
      ))}
    </>
  );
}

/** Made again here, with the published number or with the one somebody looked up themselves. */
function Recheck({ draw }: { draw: PublicDraw }) {
  const [found, setFound] = useState('');
  const digits = found.replace(/\D/g, '');
  const count = draw.pools.reduce((sum, { lots }) => sum + lots.length, 0);
  const isSo = useMemo(() => isDrawnSo(draw.pools, draw.seed), [draw]);
  const isSoByFound = useMemo(() => digits !== '' && isDrawnSo(draw.pools, digits), [draw, digits]);
  const example = draw.pools.flatMap(({ lots }) => lots)[0];
  return (
    <Section title="重算一遍" about="不用相信我们：您这台设备自己算">
      <Card>
        <Stack>
          {isSo ? (
            <Notice kind="success" title={`这台设备重算过了：${count} 个编号的签和次序都对`}>
              用上面公布的数字，从头算出来的结果和公布的一样。
            </Notice>
          ) : (
            <Notice kind="danger" title="这台设备重算的结果和公布的不一样">
              请打电话告诉主办单位，也可以拨打 12345。
            </Notice>
          )}
          <Field
            label="您自己查到的公开数字"
            kind="number"
            optional
            hint={`到“${draw.seedSource}”去查，不用我们给的`}
            value={found}
            onChange={setFound}
            maxLength={40}
          />
          {digits === '' ? null : isSoByFound ? (
            <Notice kind="success" title={`用 ${digits} 算出来，结果一样`} />
          ) : (
            <Notice kind="warn" title={`用 ${digits} 算出来，结果不一样`}>
              先核对数字有没有输错、是不是同一期；确实不一样的，请告诉主办单位或拨打 12345。
            </Notice>
          )}
          <Facts facts={[{ name: '怎么算', value: draw.method }]} />
          {example ? (
            <Box className="row-about">
              会用电脑的，也可以自己算一个签，例如编号 {example.number}：
              <Box className="draw-command">{`printf '%s' '${draw.seed}-${example.number}' | sha256sum`}</Box>
            </Box>
          ) : null}
        </Stack>
      </Card>
    </Section>
  );
}
