export default definePageConfig({ navigationBarTitleText: '听证会办理' });
