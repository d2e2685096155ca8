export default definePageConfig({ navigationBarTitleText: '确认办结' });
