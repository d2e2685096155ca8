export default definePageConfig({ navigationBarTitleText: '可约事项' });
