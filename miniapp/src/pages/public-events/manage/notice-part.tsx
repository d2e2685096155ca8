import { printedNotice, type PrintedNotice } from '@county/shared/public-events/event-notice';
import type { EventPlaceView, PublicEventDraft } from '@county/shared/public-events/public-event';
import { useState } from 'react';
import { eventPage, manageEventPage } from '../../../navigation/event-pages';
import { copy, pageAddress } from '../../../platform/device';
import { canPrint, printPage } from '../../../platform/print';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { QrPicture } from '../../../ui/qr-picture';
import { ShareButton } from '../../../ui/share-button';
import { Flow, Section } from '../../../ui/surface';
import { asShown } from './as-shown';
import '../public-events.scss';

/** 公告: the notice on paper for the door, with a code that opens the residents' page. */
export function NoticePart({ event, place }: { event: PublicEventDraft; place: EventPlaceView }) {
  const [shown, setShown] = useState(false);
  const isOut = event.publishedVersion !== null;
  const page = eventPage(event.id);
  return (
    <>
      <Box className="screen-only">
        <Section
          title="公告"
          about={isOut ? '打印张贴，或转发给群众；扫公告上的码就能报名' : '这是草稿的样子，公开以后再张贴'}
        >
          <Flow>
            <Button icon="file-text" onPress={() => setShown(!shown)}>
              {shown ? '收起公告' : '看公告的样子'}
            </Button>
            {canPrint ? (
              <Button icon="printer" onPress={() => void printPage()}>
                打印公告
              </Button>
            ) : (
              <Button icon="link" onPress={() => void copy(pageAddress(manageEventPage(event.id)))}>
                复制链接，到电脑上打印
              </Button>
            )}
            {isOut ? <ShareButton title={event.content.title} path={page} to="everybody" /> : null}
          </Flow>
        </Section>
      </Box>
      <Box className={shown ? '' : 'paper-only'}>
        <NoticeSheet
          notice={printedNotice(asShown(event, place))}
          draft={isOut ? null : '草稿，未经审查，不得张贴'}
          code={isOut ? pageAddress(page) : null}
        />
      </Box>
    </>
  );
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

interface SheetProps {
  notice: PrintedNotice;
  /** Over the title, while it is no notice yet. */
  draft: string | null;
  /** What the code on the paper opens. */
  code: string | null;
}

function NoticeSheet({ notice, draft, code }: SheetProps) {
  const over = draft ?? notice.stamp;
  return (
    <Box as="article" className="document notice-sheet">
      {over ? <Box className="document-number">{over}</Box> : null}
      <Box className="document-title">{notice.title}</Box>
      <Box className="document-words is-indented">{notice.opening}</Box>
      {notice.sections.map(({ heading, lines }, at) => (
        <Box key={heading}>
          <Box as="h3" className="document-part">{`${NUMERALS[at] ?? at + 1}、${heading}`}</Box>
          {lines.map((line) => (
            <Box key={line} className="notice-line">
              {line}
            </Box>
          ))}
        </Box>
      ))}
      <Box className="notice-end">
        {code ? (
          <Box className="notice-code">
            <QrPicture text={code} label="活动页面的二维码" />
            <Box>扫一扫，看详情、报名</Box>
          </Box>
        ) : null}
        <Box className="document-foot">
          <Box>{notice.unitName}</Box>
          <Box>{notice.date}</Box>
        </Box>
      </Box>
    </Box>
  );
}
