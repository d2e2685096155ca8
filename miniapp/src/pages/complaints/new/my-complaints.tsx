import { readComplaint } from '@county/shared/complaints/complaint';
import { useState } from 'react';
import { complaintsFiledHere } from '../../../api/kept-numbers';
import { useCall } from '../../../api/use-call';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { Card, Section, Stack } from '../../../ui/surface';
import { ComplaintWords } from '../complaint-words';

/** What was filed on this device, with its answers. */
export function MyComplaints() {
  const [ids, setIds] = useState(complaintsFiledHere.all);
  if (!ids.length) return null;
  const remove = async () => {
    const words = '移除后，这台手机上不能再查看答复；已经提交的内容仍会得到处理。';
    if (!(await confirm({ title: '从本机移除这些记录？', words, yes: '移除' }))) return;
    complaintsFiledHere.forgetAll();
    setIds([]);
  };
  return (
    <Section
      title="本机提交过的"
      action={
        <Button kind="quiet" onPress={() => void remove()}>
          从本机移除
        </Button>
      }
    >
      {ids.map((complaintId) => (
        <OneOfMine key={complaintId} complaintId={complaintId} />
      ))}
    </Section>
  );
}

/** One that still waits to be sent is not at the server and shows nothing; 待发送 has it. */
function OneOfMine({ complaintId }: { complaintId: string }) {
  const { data } = useCall(readComplaint, { params: { complaintId } });
  if (!data) return null;
  return (
    <Card>
      <Stack>
        <ComplaintWords complaint={data} />
        {data.answer ? <Box className="row-about">{`答复：${data.answer}`}</Box> : null}
      </Stack>
    </Card>
  );
}
