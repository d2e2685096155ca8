export default definePageConfig({ navigationBarTitleText: '一张服务卡' });
