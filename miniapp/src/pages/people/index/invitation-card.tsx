import { dayInWords, shanghaiDay } from '@county/shared/calendar/day';
import type { Invitation } from '@county/shared/people/person';
import qrcode from 'qrcode-generator';
import { useMemo } from 'react';
import { copy, pageAddress } from '../../../platform/device';
import { withQuery } from '../../../platform/navigation';
import { Picture } from '../../../ui/base/picture';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { toast } from '../../../ui/toast';

/** An invitation's code, shown once: to read out, to copy, or to scan. */
export function InvitationCard({ invitation, name }: { invitation: Invitation; name: string }) {
  const link = pageAddress(withQuery('/pages/people/invitation/index', { code: invitation.code }));
  const picture = useMemo(() => qrPicture(link), [link]);
  return (
    <Notice
      kind="success"
      title={`邀请码 ${invitation.code}`}
      action={
        <Button
          icon="copy"
          onPress={() =>
            void copy(`${name}，请打开 ${link} 并填写手机号，邀请码 ${invitation.code}`).then(() => toast('已复制'))
          }
        >
          复制给本人
        </Button>
      }
    >
      <Box>{`只显示这一次，${dayInWords(shanghaiDay(invitation.expiresAt))} 前用一次有效。`}</Box>
      <Picture className="qr-picture" src={picture} label={`${name}的邀请二维码`} />
    </Notice>
  );
}

/** As an SVG picture: drawn as elements it would be thousands. */
function qrPicture(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return `data:image/svg+xml;utf8,${encodeURIComponent(code.createSvgTag({ cellSize: 4, margin: 8, scalable: true }))}`;
}
