export default definePageConfig({ navigationBarTitleText: '停办时的预约' });
