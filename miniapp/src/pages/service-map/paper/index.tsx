import { printMap } from '@county/shared/service-map/printed-map-routes';
import { useState } from 'react';
import { download } from '../../../api/call';
import { renewCounty, useCountyPoints, useRenewedCounty } from '../../../api/county-points';
import type { Failure } from '../../../api/failure';
import { useMyVillage } from '../../../api/my-village';
import { openDocument } from '../../../platform/files';
import { FailureNotice, FailureState } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Choice, Switch } from '../../../ui/choice';
import { Select } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { ActionBar, Card, Stack } from '../../../ui/surface';
import { areasOf } from './areas';

const PAPERS = [
  { value: 'A4', label: 'A4', about: '家里、村里的打印机' },
  { value: 'A3', label: 'A3', about: '贴在公开栏，地图更大' },
] as const;

/** The map on paper, for whoever has no phone: of the county, a township or one's own village. */
export default function PaperMapPage() {
  useRenewedCounty();
  const { map, failure, renewing } = useCountyPoints();
  const { villageId } = useMyVillage();
  const areas = areasOf(map?.units ?? [], villageId);
  const [chosen, setChosen] = useState<string>();
  const [paper, setPaper] = useState<'A4' | 'A3'>('A4');
  const [largePrint, setLargePrint] = useState(false);
  const [refused, setRefused] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const area = areas.find(({ value }) => value === chosen) ?? areas[0];
  if (!area)
    return (
      <Page title="纸质政务地图">
        {failure && !renewing ? (
          <Card>
            <FailureState failure={failure} onRetry={renewCounty} />
          </Card>
        ) : (
          <Skeleton shape="words" count={4} />
        )}
      </Page>
    );
  const take = async () => {
    setBusy(true);
    const query = { unitId: area.value, paper, largePrint: largePrint ? 'yes' : 'no' } as const;
    const answer = await download(printMap, { query }, `政务地图-${area.label}.pdf`);
    setBusy(false);
    setRefused(answer.ok ? undefined : answer.failure);
    if (answer.ok) await openDocument(answer.reply);
  };
  return (
    <Page title="纸质政务地图" about="地图、各服务点的时间和电话、二维码；打印出来给不用手机的人">
      <FailureNotice failure={refused} />
      <Card>
        <Stack>
          <Select label="哪里的地图" options={areas} value={area.value} onChange={setChosen} />
          <Choice<'A4' | 'A3'> label="纸张" options={PAPERS} value={paper} onChange={setPaper} />
          <Switch label="大字" about="给眼睛不方便的人，页数会多一些" value={largePrint} onChange={setLargePrint} />
        </Stack>
      </Card>
      <ActionBar>
        <Button kind="primary" icon="download" busy={busy} onPress={() => void take()}>
          下载 PDF
        </Button>
      </ActionBar>
    </Page>
  );
}
