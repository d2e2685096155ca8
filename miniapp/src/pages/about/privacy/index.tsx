import { getSite } from '@county/shared/site/site';
import { useActor } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Page } from '../../../ui/page';
import { Card, Facts, Row, Section } from '../../../ui/surface';

/** Which personal data is kept, why and how long (个人信息保护法 17). */
export default function Privacy() {
  const site = useCall(getSite, {});
  const actor = useActor();
  return (
    <Page title="个人信息保护" about="只收集办事必需的；看公开内容不需要任何个人信息">
      <Answer of={site} shape="words">
        {({ owner, contactPhone, privacy }) => (
          <>
            {actor ? (
              <Card flush>
                <Row
                  icon="user-round"
                  title="我的个人信息"
                  about="看系统里存了什么，复制一份，注销账号"
                  to="/pages/about/own-data/index"
                />
              </Card>
            ) : null}
            {privacy.map(({ what, why, keptFor }) => (
              <Card key={what}>
                <Facts
                  facts={[
                    { name: '收集什么', value: what },
                    { name: '为什么', value: why },
                    { name: '保存多久', value: keptFor },
                  ]}
                />
              </Card>
            ))}
            <Section title="您的权利">
              <Card>
                <Box>
                  {`您可以查看、更正、删除自己的信息，或撤回同意。请联系${owner}${contactPhone ? `（${contactPhone}）` : ''}，或在“投诉建议”里写明。`}
                </Box>
              </Card>
            </Section>
          </>
        )}
      </Answer>
    </Page>
  );
}
