import { DeskPage, NotNow } from '../desk-page';
import '../public-events.scss';
import { Papers } from './papers';
import { Speakers } from './speakers';

/** 听证会办理: the papers with everybody seven days before, and who speaks when. */
export default function HearingPage() {
  return (
    <DeskPage title="听证会办理">
      {(desk) =>
        desk.shown.kind === 'hearing' ? (
          <>
            <Papers desk={desk} />
            <Speakers desk={desk} />
          </>
        ) : (
          <NotNow title="这个活动不是听证会">只有听证会要送达材料、公布参加人名单。</NotNow>
        )
      }
    </DeskPage>
  );
}
