import { limitInWords } from '@county/shared/service-guides/guide-in-words';
import type { PublicGuide } from '@county/shared/service-guides/service-guide';
import { Box } from '../../../ui/base/box';
import { Icon } from '../../../ui/icon';
import type { IconName } from '../../../ui/icon-name';
import { usePlaces } from '../where-done';

/** 带什么、去哪办、多久、多少钱, before anything else. */
export function Essentials({ guide }: { guide: PublicGuide }) {
  const { materials, limits, fee, onlineUrl } = guide.content;
  const places = usePlaces(guide.id);
  const always = materials.filter(({ needed }) => needed === 'always');
  const others = materials.length - always.length;
  const first = places?.[0];
  return (
    <Box className="essentials">
      <Essential
        icon="file-text"
        name="带什么"
        value={bringInWords(always.map(({ name }) => name))}
        about={others ? `另有 ${others} 样看情况` : ''}
      />
      <Essential
        icon="landmark"
        name="去哪办"
        value={first?.point.name ?? guide.content.acceptingWords ?? guide.acceptingUnitName}
        about={[places && places.length > 1 && `共 ${places.length} 处可办`, onlineUrl && '也可网上办']
          .filter(Boolean)
          .join('，')}
      />
      <Essential
        icon="clock"
        name="多久"
        value={limitInWords(limits.promisedDays)}
        about={limits.statutoryDays === null ? '' : `法定 ${limitInWords(limits.statutoryDays)}`}
      />
      <Essential
        icon="circle-check"
        name="多少钱"
        value={fee.isCharged ? fee.standard : '不收费'}
        about={fee.isCharged ? `依据：${fee.basis}` : ''}
      />
    </Box>
  );
}

const NAMED = 3;

function bringInWords(names: readonly string[]): string {
  if (!names.length) return '不用带材料';
  return names.length > NAMED ? `${names.slice(0, NAMED).join('、')}等 ${names.length} 样` : names.join('、');
}

interface EssentialProps {
  icon: IconName;
  name: string;
  value: string;
  about: string;
}

function Essential({ icon, name, value, about }: EssentialProps) {
  return (
    <Box className="essential">
      <Box className="essential-name">
        <Icon name={icon} />
        <Box as="span">{name}</Box>
      </Box>
      <Box className="essential-value">{value}</Box>
      {about ? <Box className="essential-about">{about}</Box> : null}
    </Box>
  );
}
