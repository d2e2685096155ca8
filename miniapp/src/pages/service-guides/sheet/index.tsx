import { dateInWords, shanghaiDay } from '@county/shared/calendar/day';
import { tenFields } from '@county/shared/service-guides/guide-in-words';
import type { PublicGuide } from '@county/shared/service-guides/service-guide';
import { useRouter } from '@tarojs/taro';
import { useMyList } from '../../../api/my-lists';
import { usePublicGuide } from '../../../api/whole-guides';
import { isNotThere, NotThere } from '../../../components/not-there';
import { decoded } from '../../../navigation/guide-pages';
import { copy, pageAddress } from '../../../platform/device';
import { withQuery } from '../../../platform/navigation';
import { canPrint, printPage } from '../../../platform/print';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { DataTable, type Column } from '../../../ui/data-table';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Flow } from '../../../ui/surface';
import { Lines } from '../../../components/lines';
import { ListSheet } from './list-sheet';
import { PlacesTable } from './places-table';

/** A guide, or somebody's own list, laid out for paper. */
export default function SheetPage() {
  const { params } = useRouter();
  const guideId = params.guide ?? '';
  const answers = decoded(params.answers ?? '');
  const asked = usePublicGuide(guideId, params.on);
  const { kept } = useMyList(guideId, answers);
  // At the counter without a signal the kept list is printed as it is.
  const guide = { ...asked, data: asked.data ?? (params.list ? kept?.guide : undefined) };
  const address = withQuery('/pages/service-guides/sheet/index', params);
  if (!guide.data && (!guideId || isNotThere(guide.failure)))
    return <NotThere title="打印版" what="这份办事指南" failure={guide.failure} />;
  return (
    <Page title={params.list ? '打印清单' : '打印指南'} wide>
      <Flow>
        {canPrint ? (
          <Button icon="printer" onPress={() => void printPage()}>
            打印或存为 PDF
          </Button>
        ) : (
          <Button icon="link" onPress={() => void copy(pageAddress(address))}>
            复制链接，到电脑上打印
          </Button>
        )}
      </Flow>
      <Answer of={guide} shape="words">
        {(shown) =>
          params.list ? (
            <ListSheet guide={shown} answers={answers} ticked={kept?.ticked ?? []} />
          ) : (
            <GuideSheet guide={shown} />
          )
        }
      </Answer>
    </Page>
  );
}

interface FieldLine {
  number: string;
  label: string;
  lines: readonly string[];
}

const COLUMNS: readonly Column<FieldLine>[] = [
  { key: 'number', title: '序号', width: '3em', cell: ({ number }) => number },
  { key: 'label', title: '项目', width: '6em', cell: ({ label }) => label },
  { key: 'lines', title: '内容', cell: ({ lines }) => <Lines lines={lines} /> },
];

function GuideSheet({ guide }: { guide: PublicGuide }) {
  const { content } = guide;
  const { name, post, phone } = content.contact;
  const units = { accepting: guide.acceptingUnitName, deciding: guide.decidingUnitName };
  const fields = [
    ...tenFields(content, units),
    { label: '咨询电话', lines: [[phone, name, post].filter(Boolean).join('　')] },
    ...(content.onlineUrl ? [{ label: '网上办理', lines: [content.onlineUrl] }] : []),
  ];
  return (
    <>
      {guide.withdrawnReason === null && guide.supersededAt === null ? null : (
        <Notice kind="warn" title="这不是现行的指南">
          打印件上写明了这一版有效的日期。
        </Notice>
      )}
      <Box as="article" className="document">
        <Box className="document-title">{`${content.title}办事指南`}</Box>
        <Box className="document-about">{`${content.plainTitle}　第 ${guide.version} 版，${validityInWords(guide)}`}</Box>
        <DataTable
          label="办事指南"
          columns={COLUMNS}
          items={fields.map((field, index) => ({ ...field, number: String(index + 1) }))}
          keyOf={({ label }) => label}
        />
        <PlacesTable guideId={guide.id} most={6} />
        <Box className="document-foot">
          <Box>{guide.unitName}</Box>
          <Box>{dateInWords(shanghaiDay(guide.publishedAt))}</Box>
        </Box>
      </Box>
    </>
  );
}

function validityInWords({ publishedAt, supersededAt, withdrawnReason }: PublicGuide): string {
  const from = `${dateInWords(shanghaiDay(publishedAt))}起公开`;
  if (supersededAt) return `${from}，${dateInWords(shanghaiDay(supersededAt))}由新版代替`;
  return withdrawnReason === null ? from : `${from}，已撤下：${withdrawnReason}`;
}
