export const consoleTexts = {};
