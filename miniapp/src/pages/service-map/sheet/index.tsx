import {
  confirmPointSheet,
  exportPointGeoJson,
  exportPointSheet,
  MAX_POINT_SHEET_BYTES,
  previewPointSheet,
} from '@county/shared/service-map/point-sheet-routes';
import type { PointSheetPreview, PointSheetRow } from '@county/shared/service-map/point-sheet';
import { DATUM_LABELS, Datum } from '@county/shared/service-map/position';
import { useState } from 'react';
import { call, download, upload } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { today } from '../../../platform/clock';
import { openDocument } from '../../../platform/files';
import type { PickedFile } from '../../../platform/picked-file';
import { SignInFirst } from '../../../shell/sign-in-first';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { FileButton } from '../../../ui/file-button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import { MANAGE_PAGE } from '../keeping-pages';
import { SheetPreview } from './sheet-preview';

const DATUMS = Datum.options.map((value) => ({ value, label: DATUM_LABELS[value] }));

/** Points taken along as a table, changed on a desk and brought back; tried before anything is written. */
export default function PointSheetPage() {
  const staff = useStaff();
  const [datum, setDatum] = useState<Datum>('gcj02');
  const [preview, setPreview] = useState<PointSheetPreview>();
  const [done, setDone] = useState<PointSheetRow[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState<'read' | 'write' | 'xlsx' | 'geojson'>();
  if (!staff) return <SignInFirst title="导入导出" />;
  const take = async (kind: 'xlsx' | 'geojson') => {
    setBusy(kind);
    const route = kind === 'xlsx' ? exportPointSheet : exportPointGeoJson;
    const answer = await download(route, {}, `服务点-${today()}.${kind}`);
    setBusy(undefined);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) await openDocument(answer.reply);
  };
  const read = async (file: PickedFile) => {
    setBusy('read');
    const answer = await upload(previewPointSheet, file, { body: { datum } });
    setBusy(undefined);
    setFailure(answer.ok ? undefined : answer.failure);
    setDone(undefined);
    setPreview(answer.ok ? answer.reply : undefined);
  };
  const write = async (ownPoints: number[]) => {
    if (!preview) return;
    setBusy('write');
    const answer = await call(confirmPointSheet, { body: { previewId: preview.id, ownPoints } });
    setBusy(undefined);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    setPreview(undefined);
    setDone(answer.reply.rows);
  };
  return (
    <Page title="导入导出" about="服务点很多时，导出一张表在电脑上改，再导回来">
      <FailureNotice failure={failure} />
      <Section
        title="导出"
        about={`只含${staff.role === 'officer' ? '本单位' : '您管的单位'}的服务点；第一列的编号不要改，新增的把编号空着`}
      >
        <Card>
          <Flow>
            <Button icon="download" busy={busy === 'xlsx'} onPress={() => void take('xlsx')}>
              导出 Excel
            </Button>
            <Button icon="download" busy={busy === 'geojson'} onPress={() => void take('geojson')}>
              导出 GeoJSON
            </Button>
          </Flow>
        </Card>
      </Section>
      <Section title="导入" about="先看会新增、修改哪些，确认后才写入。导出的表没改过再导入，什么都不变">
        <Card>
          <Stack>
            <Choice<Datum>
              label="表里的经纬度是哪种地图的"
              hint="表里“坐标系”一列写了的，以表为准"
              options={DATUMS}
              value={datum}
              onChange={setDatum}
            />
            <FileButton
              kind="primary"
              kinds={['xlsx', 'csv', 'geojson', 'json']}
              maxBytes={MAX_POINT_SHEET_BYTES}
              busy={busy === 'read'}
              onFile={(file) => void read(file)}
            >
              选择文件
            </FileButton>
          </Stack>
        </Card>
      </Section>
      {preview ? (
        <SheetPreview key={preview.id} preview={preview} busy={busy === 'write'} onConfirm={(own) => void write(own)} />
      ) : null}
      {done ? <Done rows={done} /> : null}
    </Page>
  );
}

function Done({ rows }: { rows: readonly PointSheetRow[] }) {
  const count = (outcome: PointSheetRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const waiting = count('doubtful') + count('refused');
  return (
    <Notice
      kind="success"
      title={`已写入：新增 ${count('added')} 个，修改 ${count('changed')} 个`}
      action={
        <Button kind="primary" href={MANAGE_PAGE}>
          回到服务点
        </Button>
      }
    >
      <Box>
        {waiting
          ? `还有 ${waiting} 行没有写入，改好后把整张表再导一次，已写入的不会重复。`
          : '每个服务点的修改历史里都有记录，可以恢复。'}
      </Box>
    </Notice>
  );
}
