import {
  POINT_SHEET_OUTCOME_LABELS,
  type PointSheetOutcome,
  type PointSheetPreview,
  type PointSheetRemark,
  type PointSheetRow,
} from '@county/shared/service-map/point-sheet';
import { distanceInWords } from '@county/shared/service-map/position';
import { useState } from 'react';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Checks } from '../../../ui/choice';
import { Notice } from '../../../ui/notice';
import type { IconName } from '../../../ui/icon-name';
import { ActionBar, Card, Row, Section, Stack } from '../../../ui/surface';
import { Tag, type Tone } from '../../../ui/tag';

const LOOKS = {
  added: { tone: 'pine', icon: 'plus' },
  changed: { tone: 'blue', icon: 'pencil' },
  unchanged: { tone: 'stone', icon: 'check' },
  doubtful: { tone: 'amber', icon: 'circle-help' },
  refused: { tone: 'cinnabar', icon: 'circle-alert' },
} as const satisfies Record<PointSheetOutcome, { tone: Tone; icon: IconName }>;

interface SheetPreviewProps {
  preview: PointSheetPreview;
  busy: boolean;
  onConfirm(ownPoints: number[]): void;
}

/** What would become of each row; good ones go in, doubtful ones once somebody has looked at them. */
export function SheetPreview({ preview, busy, onConfirm }: SheetPreviewProps) {
  const [own, setOwn] = useState<string[]>([]);
  const { rows, remarks } = preview;
  const of = (outcome: PointSheetOutcome) => rows.filter((row) => row.outcome === outcome);
  const doubtful = of('doubtful');
  const goingIn = of('added').length + of('changed').length + own.length;
  const shown = [...of('added'), ...of('changed')];
  return (
    <>
      <Section
        title={`${preview.sourceName}：${rows.length} 个服务点`}
        about={(Object.keys(LOOKS) as PointSheetOutcome[])
          .filter((outcome) => of(outcome).length)
          .map((outcome) => `${POINT_SHEET_OUTCOME_LABELS[outcome]} ${of(outcome).length}`)
          .join('，')}
      >
        {remarks.length ? (
          <Notice kind="warn" title={`有 ${remarks.length} 处要改，这些行先不写入`}>
            {remarks.map((remark) => (
              <Box key={`${remark.place} ${remark.row} ${remark.cell} ${remark.message}`}>{remarkInWords(remark)}</Box>
            ))}
          </Notice>
        ) : null}
        {doubtful.length ? (
          <Card>
            <Checks
              label={`${doubtful.length} 行可能和已有的重复，先不写入`}
              hint="看过、确实是另一个服务点的，勾上"
              options={doubtful.map((row) => ({
                value: String(row.line),
                label: `${row.name}（第 ${row.row} 行）`,
                about: likelyInWords(row),
              }))}
              values={own}
              onChange={setOwn}
            />
          </Card>
        ) : null}
        {shown.length ? (
          <Card flush>
            {shown.map((row) => (
              <Row
                key={row.line}
                title={row.name}
                about={[row.unitName, `第 ${row.row} 行`, row.changed.length ? `改：${row.changed.join('、')}` : '']
                  .filter(Boolean)
                  .join(' · ')}
                end={
                  <Tag tone={LOOKS[row.outcome].tone} icon={LOOKS[row.outcome].icon}>
                    {POINT_SHEET_OUTCOME_LABELS[row.outcome]}
                  </Tag>
                }
              />
            ))}
          </Card>
        ) : null}
        {rows.length && rows.length === of('unchanged').length ? (
          <Notice kind="info" title="和现在公开的一样，没有要写入的" />
        ) : null}
      </Section>
      <ActionBar>
        <Stack>
          <Button
            kind="primary"
            wide
            busy={busy}
            disabledReason={goingIn ? null : '没有要写入的行'}
            onPress={() => onConfirm(own.map(Number))}
          >
            {`写入 ${goingIn} 个，马上公开`}
          </Button>
        </Stack>
      </ActionBar>
    </>
  );
}

function remarkInWords({ place, row, column, cell, message }: PointSheetRemark): string {
  const where = [place, row === null ? '' : `第 ${row} 行`, column ? `“${column}”` : '', cell ? `（${cell}）` : ''];
  return `${where.filter(Boolean).join(' ')}：${message}`;
}

function likelyInWords({ likely }: PointSheetRow): string {
  if (!likely) return '';
  const { name, metres } = likely;
  return metres === null ? `已有同名的“${name}”` : `已有“${name}”，相距 ${distanceInWords(metres)}`;
}
