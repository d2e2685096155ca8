export default definePageConfig({ navigationBarTitleText: '哪里给我办' });
