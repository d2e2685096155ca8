import {
  addBookableService,
  changeBookableService,
  getBookableService,
} from '@county/shared/appointments/booking-desk-routes';
import { BookingSettings } from '@county/shared/appointments/bookable-service';
import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { CHOOSE_FIRST, Overtaken } from '../../../components/overtaken';
import { newId } from '../../../platform/ids';
import { goBack } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ActionBar } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import '../appointments.scss';
import { Exceptions } from './exceptions';
import { MonthPreviewed } from './month-previewed';
import { NoShow } from './no-show';
import { Rules } from './rules';
import { WeekPattern } from './week-pattern';
import { Where } from './where';

const MORNING = { from: '08:30', to: '12:00', places: 1 };
const AFTERNOON = { from: '14:30', to: '17:30', places: 1 };
const WORKDAY = [MORNING, AFTERNOON];

/** What most counters begin with. */
const USUAL: BookingSettings = {
  name: '',
  windowId: null,
  guideId: null,
  minutes: 30,
  everyMinutes: 30,
  week: [WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, [], []],
  exceptions: [],
  leadMinutes: 60,
  horizonDays: 14,
  walkInShare: 30,
  placesForOld: 0,
  limitPerPerson: 2,
  cutOffMinutes: 120,
  maxExtensions: 2,
  noShowPolicy: null,
  note: '',
  isOffered: true,
};

/** 可约事项: how one thing is booked at one place; the month is looked at before it is saved. */
export default function EditPage() {
  const staff = useStaff();
  const { id, point } = useRouter().params;
  const service = useCall(getBookableService, staff && id ? { params: { serviceId: id } } : null);
  if (!staff) return <SignInFirst title="可约事项" />;
  if (!id) return <Form pointId={point ?? ''} now={undefined} title="新增可约事项" />;
  if (service.data)
    return (
      <Form
        key={service.data.version}
        pointId={service.data.pointId}
        now={{
          id,
          version: service.data.version,
          settings: BookingSettings.parse(service.data),
          byName: service.data.updatedByName,
        }}
        title={`可约事项：${service.data.name}`}
      />
    );
  return (
    <Page title="可约事项">
      <Answer of={service}>{() => null}</Answer>
    </Page>
  );
}

interface Written extends BookingSettings {
  draftId: string;
  /** What the settings were begun on; null of a new one. */
  onVersion: number | null;
}

interface FormProps {
  pointId: string;
  /** As it stands; undefined for a new one. */
  now: { id: string; version: number; settings: BookingSettings; byName: string } | undefined;
  title: string;
}

function Form({ pointId, now, title }: FormProps) {
  const key = now ? `bookable-service:${now.id}` : `bookable-service:at:${pointId}`;
  const draft = useDraft<Written>(key, {
    ...(now?.settings ?? USUAL),
    draftId: newId(),
    onVersion: now?.version ?? null,
  });
  const { draftId, onVersion, ...settings } = draft.value;
  // Other settings are another act, should the first have arrived unheard.
  const change = (part: Partial<Written>) => draft.change({ ...part, draftId: newId() });
  const isOvertaken = now !== undefined && onVersion !== now.version;
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);

  const save = async () => {
    const checked = checkInput(BookingSettings, settings);
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const answer = now
      ? await call(changeBookableService, {
          params: { serviceId: now.id },
          body: { ...checked.value, id: draftId, onVersion: onVersion ?? now.version },
        })
      : await call(addBookableService, { body: { ...checked.value, id: draftId, pointId } });
    setBusy(false);
    if (!answer.ok) {
      if (answer.failure.kind === 'refused') setIssues(answer.failure.problem.issues);
      return setFailure(answer.failure);
    }
    draft.discard();
    toast('已保存，群众马上按新的时间约');
    await goBack();
  };

  const part = { value: settings, onChange: change, issues };
  return (
    <Page title={title} about="改了以后，已经约好的不受影响；落在外面的在预览里看得到">
      {isOvertaken ? (
        <Overtaken
          title={`您写的时候，${now.byName}保存过别的修改`}
          onMine={() => change({ onVersion: now.version })}
          onTheirs={draft.discard}
        />
      ) : null}
      <FailureNotice failure={failure} />
      {issues?.length ? (
        <Notice kind="danger" title={`还有 ${issues.length} 处要改`}>
          {issues.map(({ path, message }) => (
            <Box key={path.join('.')}>{message}</Box>
          ))}
        </Notice>
      ) : null}
      <Rules {...part} />
      <Where pointId={pointId} {...part} />
      <WeekPattern week={settings.week} onChange={(week) => change({ week })} />
      <Exceptions exceptions={settings.exceptions} onChange={(exceptions) => change({ exceptions })} />
      <NoShow {...part} />
      <MonthPreviewed pointId={pointId} serviceId={now?.id ?? null} settings={settings} before={now?.settings} />
      <ActionBar>
        <Button
          kind="primary"
          icon="check"
          wide
          busy={busy}
          disabledReason={isOvertaken ? CHOOSE_FIRST : null}
          onPress={() => void save()}
        >
          保存
        </Button>
      </ActionBar>
    </Page>
  );
}
