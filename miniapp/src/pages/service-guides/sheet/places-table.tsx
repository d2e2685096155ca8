import { HoursLines } from '../../../components/hours-lines';
import { Box } from '../../../ui/base/box';
import { DataTable, type Column } from '../../../ui/data-table';
import { usePlaces } from '../where-done';

type Place = NonNullable<ReturnType<typeof usePlaces>>[number];

const COLUMNS: readonly Column<Place>[] = [
  { key: 'name', title: '地点', width: '11em', cell: ({ point }) => point.name },
  { key: 'window', title: '窗口', width: '7em', cell: ({ windows }) => windows.map(({ name }) => name).join('、') },
  { key: 'address', title: '地址', cell: ({ point }) => [point.address, point.landmark].filter(Boolean).join('，') },
  {
    key: 'hours',
    title: '时间',
    width: '11em',
    cell: ({ point, windows }) => <HoursLines hours={windows[0]?.hours ?? point.hours} />,
  },
  { key: 'phone', title: '电话', width: '7em', cell: ({ point }) => point.phone ?? '' },
];

/** Where it is done, for paper, which has no "show more": the county's own and the first others, and how many there are. */
export function PlacesTable({ guideId, most }: { guideId: string; most: number }) {
  const places = usePlaces(guideId);
  if (!places?.length) return null;
  return (
    <>
      <Box as="h2" className="document-part">
        办理地点
      </Box>
      <DataTable label="办理地点" columns={COLUMNS} items={places.slice(0, most)} keyOf={({ point }) => point.id} />
      {places.length > most ? (
        <Box className="document-about">{`共 ${places.length} 处可办，其余的请看政务地图。`}</Box>
      ) : null}
    </>
  );
}
