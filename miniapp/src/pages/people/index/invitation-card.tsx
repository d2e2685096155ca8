import { dayInWords, shanghaiDay } from '@county/shared/calendar/day';
import type { Invitation } from '@county/shared/people/person';
import { copy, pageAddress } from '../../../platform/device';
import { withQuery } from '../../../platform/navigation';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { QrPicture } from '../../../ui/qr-picture';
import { toast } from '../../../ui/toast';

/** An invitation's code, shown once: to read out, to copy, or to scan. */
export function InvitationCard({ invitation, name }: { invitation: Invitation; name: string }) {
  const link = pageAddress(withQuery('/pages/people/invitation/index', { code: invitation.code }));
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
      <QrPicture text={link} label={`${name}的邀请二维码`} />
    </Notice>
  );
}
