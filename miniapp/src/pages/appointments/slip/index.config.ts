export default definePageConfig({ navigationBarTitleText: '号条' });
