import { dateInWords } from '@county/shared/calendar/day';
import { copiesInWords, feeInWords, limitInWords, sourceInWords } from '@county/shared/service-guides/guide-in-words';
import { myList } from '@county/shared/service-guides/my-list';
import type { GuideMaterial, PublicGuide } from '@county/shared/service-guides/service-guide';
import { papersOf, readAnswers } from '../../../navigation/guide-pages';
import { today } from '../../../platform/clock';
import { Box } from '../../../ui/base/box';
import { DataTable, type Column } from '../../../ui/data-table';
import { PlacesTable } from './places-table';

interface ListSheetProps {
  guide: PublicGuide;
  answers: string;
  ticked: readonly string[];
}

/** 我的清单 on paper: a box before each paper, ticked where it is ready. */
export function ListSheet({ guide, answers, ticked }: ListSheetProps) {
  const { content } = guide;
  const own = myList(content, readAnswers(answers));
  const papers = papersOf({ guide, answers });
  const said = own.given.map(({ question, label }) => `${question}${label}`).join('；');
  const notes = own.at === 'list' ? own.notes : [];
  return (
    <Box as="article" className="document">
      <Box className="document-title">{`${content.plainTitle}材料清单`}</Box>
      <Box className="document-about">
        {[`事项：${content.title}`, said && `您的情况：${said}`].filter(Boolean).join('。')}
      </Box>
      {papers.length ? (
        <DataTable label="材料清单" columns={columnsFor(ticked)} items={papers} keyOf={({ key }) => key} />
      ) : (
        <Box className="document-words">不用带材料，人去就行。</Box>
      )}
      <Box className="document-words">
        {[
          ...notes.map((note) => `注意：${note}`),
          `办理时限：${limitInWords(content.limits.promisedDays)}`,
          `收费情况：${feeInWords(content.fee)}`,
          `咨询电话：${content.contact.phone}（${content.contact.name}）`,
          ...(content.onlineUrl ? [`网上办理：${content.onlineUrl}`] : []),
        ].join('\n')}
      </Box>
      <PlacesTable guideId={guide.id} most={3} />
      <Box className="document-foot">
        <Box>{`${guide.unitName}　指南第 ${guide.version} 版`}</Box>
        <Box>{dateInWords(today())}</Box>
      </Box>
    </Box>
  );
}

const columnsFor = (ticked: readonly string[]): readonly Column<GuideMaterial>[] => [
  { key: 'ready', title: '备好', width: '3em', cell: ({ key }) => (ticked.includes(key) ? '☑' : '☐') },
  { key: 'name', title: '材料', width: '12em', cell: ({ name }) => name },
  { key: 'copies', title: '份数', width: '9em', cell: copiesInWords },
  {
    key: 'source',
    title: '从哪里来、要注意什么',
    cell: (paper) => [sourceInWords(paper), paper.note].filter(Boolean).join('；'),
  },
];
