import { addStaffBooking } from '@county/shared/appointments/booking-desk-routes';
import { getPublicBookableService } from '@county/shared/appointments/appointment-routes';
import { personalDataNotice, timeInWords } from '@county/shared/appointments/booking-words';
import { NewStaffBooking, type StaffBookingView } from '@county/shared/appointments/staff-booking';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { getSite } from '@county/shared/site/site';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { useIdOf } from '../../../api/use-id-of';
import { isNotThere, NotThere } from '../../../components/not-there';
import { goBack } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ActionBar, Card, Facts, Stack } from '../../../ui/surface';
import '../appointments.scss';
import { codeInWords } from '@county/shared/people/receipt-code';

type Way = NewStaffBooking['via'];

const WAYS: readonly { value: Way; label: string; about?: string }[] = [
  { value: 'village-staff', label: '村（社区）代约', about: '本人没有手机或不会用' },
  { value: 'phone', label: '打电话来约的' },
  { value: 'counter', label: '到现场来约的' },
  { value: 'extra', label: '加号', about: '名额之外，写明原因；只由这个服务点的人加' },
];

/** 替人预约: by staff for somebody who rings, comes, or has no phone. */
export default function BehalfPage() {
  const staff = useStaff();
  const { service: serviceId = '', day = '', minute = '', full } = useRouter().params;
  const service = useCall(getPublicBookableService, serviceId ? { params: { serviceId } } : null);
  const keepMonths = useCall(getSite, {}).data?.bookingKeepMonths;
  const [via, setVia] = useState<Way>(full ? 'extra' : 'village-staff');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [extraReason, setExtraReason] = useState('');
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<StaffBookingView>();
  const wish = {
    serviceId,
    day,
    minute: Number(minute),
    via,
    name,
    phone: phone.trim() || null,
    extraReason: via === 'extra' ? extraReason : null,
  };
  const id = useIdOf(wish);
  if (!staff) return <SignInFirst title="替人预约" />;
  if (!serviceId || isNotThere(service.failure))
    return <NotThere title="替人预约" what="这个可约事项" failure={service.failure} />;
  if (made) return <Made booking={made} />;

  const send = async () => {
    const checked = checkInput(NewStaffBooking, { id, ...wish });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const answer = await call(addStaffBooking, { body: checked.value });
    setBusy(false);
    if (answer.ok) return setMade(answer.reply);
    if (answer.failure.kind === 'refused') setIssues(answer.failure.problem.issues);
    setFailure(answer.failure);
  };
  return (
    <Page title="替人预约" about={service.data && `${service.data.name} · ${service.data.pointName}`}>
      <FailureNotice failure={failure} />
      <Card>
        <Box className="booking-when">{day ? timeInWords(day, Number(minute)) : ''}</Box>
      </Card>
      {full ? (
        <Notice kind="warn" title="这个时间约满了，只能加号">
          在名额之外加一位，要写明原因；叫号时排在这个时间。
        </Notice>
      ) : null}
      <Notice kind="info" title="请先念给本人听">
        {personalDataNotice(keepMonths)}
      </Notice>
      <Card>
        <Stack>
          {full ? null : <Choice<Way> label="怎么约的" options={WAYS} value={via} onChange={setVia} />}
          <Field
            label="来办的人的姓名"
            value={name}
            onChange={setName}
            maxLength={30}
            error={issueAt(issues, 'name')}
          />
          <Field
            label="手机号"
            kind="phone"
            optional
            hint="没有手机就不填，把预约号写在纸条上"
            value={phone}
            onChange={setPhone}
            error={issueAt(issues, 'phone')}
          />
          {via === 'extra' ? (
            <Field
              label="加号原因"
              hint="如：老人行动不便、外地赶来"
              value={extraReason}
              onChange={setExtraReason}
              maxLength={60}
              error={issueAt(issues, 'extraReason')}
            />
          ) : null}
        </Stack>
      </Card>
      <ActionBar>
        <Button kind="primary" icon="calendar-check" wide busy={busy} onPress={() => void send()}>
          确定预约
        </Button>
      </ActionBar>
    </Page>
  );
}

function Made({ booking }: { booking: StaffBookingView }) {
  return (
    <Page title="替人预约">
      <Notice
        kind="success"
        title="约好了，请把下面的写给本人"
        action={<Button onPress={() => void goBack()}>返回</Button>}
      />
      <Card>
        <Stack>
          <Box className="booking-code">
            <Box className="row-about">预约号</Box>
            <Box className="booking-code-sign">{codeInWords(booking.code)}</Box>
          </Box>
          <Box className="booking-when">{timeInWords(booking.day, booking.minute)}</Box>
          <Facts
            facts={[
              { name: '办什么', value: booking.serviceName },
              { name: '姓名', value: booking.name ?? '' },
            ]}
          />
        </Stack>
      </Card>
    </Page>
  );
}
