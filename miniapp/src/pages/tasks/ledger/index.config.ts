export default definePageConfig({ navigationBarTitleText: '台账', enableShareAppMessage: true });
