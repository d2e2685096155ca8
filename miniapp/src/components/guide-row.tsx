import { limitInWords } from '@county/shared/service-guides/guide-in-words';
import type { PublicGuideSummary } from '@county/shared/service-guides/service-guide';
import { guidePage } from '../navigation/guide-pages';
import { Box } from '../ui/base/box';
import { Row } from '../ui/surface';

/** A guide in a list: as people call it, how long, whether it costs anything, whose it is. */
export function GuideRow({ guide, note }: { guide: PublicGuideSummary; note?: string }) {
  const facts = [
    limitInWords(guide.promisedDays),
    guide.isCharged ? '收费' : '不收费',
    guide.isOnline ? '可网上办' : '',
    guide.unitName,
  ];
  return (
    <Row
      icon="file-text"
      title={guide.plainTitle}
      about={facts.filter(Boolean).join(' · ')}
      foot={note ? <Box className="row-about">{note}</Box> : undefined}
      to={guidePage(guide.id)}
    />
  );
}
