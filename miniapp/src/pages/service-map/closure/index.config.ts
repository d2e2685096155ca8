export default definePageConfig({ navigationBarTitleText: '停办几天' });
