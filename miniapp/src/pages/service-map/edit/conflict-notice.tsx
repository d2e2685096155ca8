import { checkInput } from '@county/shared/http/input';
import { FACT_LABELS, factInWords, mergeFacts, type FactKey } from '@county/shared/service-map/point-facts-words';
import { getServicePoint, listPointVersions } from '@county/shared/service-map/service-map-routes';
import { PointFacts, type ServicePointView } from '@county/shared/service-map/service-point';
import { useState } from 'react';
import { useCall } from '../../../api/use-call';
import { Answer, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { Notice } from '../../../ui/notice';
import { Card, Flow, Stack } from '../../../ui/surface';
import { factsIn, factsOf, writtenOf, type PointForm } from './point-form';

interface ConflictProps {
  pointId: string;
  form: PointForm;
  /** What the server said; undefined where it was seen before sending. */
  words: string | undefined;
  onMerged(part: Partial<PointForm>): void;
}

/** Somebody else changed the point meanwhile: who, what, and both put together without losing a word. */
export function ConflictNotice({ pointId, form, words, onMerged }: ConflictProps) {
  const latest = useCall(getServicePoint, { params: { pointId } });
  const versions = useCall(listPointVersions, words ? null : { params: { pointId }, query: { limit: 20 } });
  // The server's own words name them already.
  const later = words ? [] : (versions.data?.items.filter(({ version }) => version > form.onVersion) ?? []);
  return (
    <Notice kind="warn" title={words ?? '您打开以后，别人改过这个服务点'}>
      {later.map(({ id, changedByName, changedAt, changed }) => (
        <Box key={id}>{`${timeInWords(changedAt)} ${changedByName} 改了：${changed.join('、')}`}</Box>
      ))}
      <Box>您写的都还在。</Box>
      <Answer of={latest} shape="words">
        {(point) => <Merge form={form} point={point} onMerged={onMerged} />}
      </Answer>
    </Notice>
  );
}

type Side = 'mine' | 'theirs';

function Merge({
  form,
  point,
  onMerged,
}: {
  form: PointForm;
  point: ServicePointView;
  onMerged: ConflictProps['onMerged'];
}) {
  const [sides, setSides] = useState<Partial<Record<FactKey, Side>>>({});
  const theirs = factsIn(point);
  const mine = checkInput(PointFacts, factsOf(form));
  if (!form.base || !mine.valid)
    return <Box>{mine.valid ? '请核对后再保存。' : `先改好这一处，再合并：${mine.issues[0]?.message ?? ''}`}</Box>;
  const { facts, taken, clashes } = mergeFacts(form.base, mine.value, theirs);
  const merge = () => {
    const chosen = clashes.filter((key) => sides[key] === 'theirs');
    const put = { ...facts, ...Object.fromEntries(chosen.map((key) => [key, theirs[key]])) };
    onMerged({ ...writtenOf(put), base: theirs, onVersion: point.version });
  };
  return (
    <Stack>
      {taken.length ? <Box>{`并入别人改的：${taken.map((key) => FACT_LABELS[key]).join('、')}`}</Box> : null}
      {clashes.map((key) => (
        <Card key={key}>
          <Choice<Side>
            label={`两人都改了${FACT_LABELS[key]}，用哪个？`}
            options={[
              { value: 'mine', label: `我的：${factInWords(key, mine.value)}` },
              { value: 'theirs', label: `对方的：${factInWords(key, theirs)}` },
            ]}
            value={sides[key] ?? 'mine'}
            onChange={(side) => setSides({ ...sides, [key]: side })}
          />
        </Card>
      ))}
      <Flow>
        <Button icon="split" onPress={merge}>
          合并，再看一遍
        </Button>
      </Flow>
    </Stack>
  );
}
