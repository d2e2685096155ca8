import { CORRECTION_SUBJECT_LABELS, type ReportedCorrection } from '@county/shared/service-map/point-correction';
import { readReportedCorrection } from '@county/shared/service-map/service-map-routes';
import { useState } from 'react';
import { correctionsReportedHere } from '../../api/kept-numbers';
import { useOutbox } from '../../api/outbox';
import { unsent } from '../../api/outbox-queue';
import { useCall } from '../../api/use-call';
import { timeInWords } from '../../ui/answer';
import { Box } from '../../ui/base/box';
import { Button } from '../../ui/button';
import { confirm } from '../../ui/dialog';
import { Card, Flow, Row, Section, Stack } from '../../ui/surface';
import { Tag, type Tone } from '../../ui/tag';
import type { IconName } from '../../ui/icon-name';

/** What was reported on this device, with the units' answers; of one point, or of all. */
export function OwnCorrections({ pointId }: { pointId?: string }) {
  const [ids, setIds] = useState(correctionsReportedHere.all);
  if (!ids.length) return null;
  const remove = async () => {
    const words = '移除后，这台手机上不能再查看答复；报告过的问题仍会处理。';
    if (!(await confirm({ title: '从本机移除这些记录？', words, yes: '移除' }))) return;
    correctionsReportedHere.forgetAll();
    setIds([]);
  };
  const all = ids.map((id) => <OneOfMine key={id} correctionId={id} pointId={pointId} />);
  if (pointId) return <>{all}</>;
  return (
    <Section
      title="本机报告过的"
      action={
        <Button kind="quiet" onPress={() => void remove()}>
          从本机移除
        </Button>
      }
    >
      {all}
    </Section>
  );
}

function OneOfMine({ correctionId, pointId }: { correctionId: string; pointId: string | undefined }) {
  const isUnsent = useOutbox(({ items }) => unsent(items).some(({ id }) => id === correctionId));
  const { data } = useCall(readReportedCorrection, isUnsent ? null : { params: { correctionId } });
  if (isUnsent)
    return pointId ? null : (
      <Card flush>
        <Row
          icon="clock"
          title="有一条纠错还没有发出去"
          about="存在这台手机上，有网络时自动发送"
          to="/pages/tasks/outbox/index"
        />
      </Card>
    );
  if (!data || (pointId && data.pointId !== pointId)) return null;
  return (
    <Card>
      <Stack>
        <Flow>
          <CorrectionState state={data.state} />
          <Box as="span" className="row-about">{`您 ${timeInWords(data.reportedAt)} 报告`}</Box>
        </Flow>
        <Box>{`${pointId ? '' : `${data.pointName}：`}${CORRECTION_SUBJECT_LABELS[data.subject]}，${data.words}`}</Box>
        <Box className="row-about">{data.answer ? `单位答复：${data.answer}` : '单位核实后，答复显示在这里。'}</Box>
      </Stack>
    </Card>
  );
}

const STATES = {
  open: ['amber', 'clock', '已收到，待核实'],
  confirmed: ['pine', 'circle-check', '属实'],
  declined: ['stone', 'circle-minus', '核实后没有采纳'],
} as const satisfies Record<ReportedCorrection['state'], readonly [Tone, IconName, string]>;

function CorrectionState({ state }: { state: ReportedCorrection['state'] }) {
  const [tone, icon, words] = STATES[state];
  return (
    <Tag tone={tone} icon={icon}>
      {words}
    </Tag>
  );
}
