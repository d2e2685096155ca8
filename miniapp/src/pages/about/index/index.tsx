import { getSite } from '@county/shared/site/site';
import { useCall } from '../../../api/use-call';
import { ring } from '../../../platform/device';
import { Answer } from '../../../ui/answer';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Facts, Row } from '../../../ui/surface';

/** Whose system this is and how to reach them. */
export default function About() {
  const site = useCall(getSite, {});
  return (
    <Page title="关于">
      <Answer of={site} shape="words">
        {({ countyName, owner, filingNumber, contactPhone, version, demo }) => (
          <>
            {demo ? <Notice title="这是演示系统">县名、单位和人名均为虚构，数据不作任何依据。</Notice> : null}
            <Card>
              <Facts
                facts={[
                  { name: '名称', value: `${countyName}政务公开` },
                  { name: '主办单位', value: owner },
                  { name: '备案号', value: filingNumber ?? '尚未填写' },
                  { name: '联系电话', value: contactPhone ?? '尚未填写' },
                  { name: '版本', value: `${version}（本机 ${APP_VERSION}）` },
                ]}
              />
            </Card>
            <Card flush>
              {contactPhone ? (
                <Row
                  icon="phone"
                  title="打电话给主办单位"
                  about={contactPhone}
                  onPress={() => void ring(contactPhone)}
                />
              ) : null}
              <Row
                icon="shield-check"
                title="个人信息保护"
                about="收集什么、为什么、保存多久"
                to="/pages/about/privacy/index"
              />
              <Row
                icon="user-round"
                title="我的个人信息"
                about="看系统里存了什么，复制一份，注销账号"
                to="/pages/about/own-data/index"
              />
              <Row
                icon="message-square-text"
                title="投诉建议"
                about={`对本系统的意见，由${owner}答复`}
                to="/pages/complaints/new/index"
              />
            </Card>
          </>
        )}
      </Answer>
    </Page>
  );
}
