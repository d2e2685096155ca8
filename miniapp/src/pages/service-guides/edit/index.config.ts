export default definePageConfig({ navigationBarTitleText: '编写指南' });
