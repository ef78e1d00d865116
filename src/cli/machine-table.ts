import { secureDocButtons } from '../sim/secure-doc-buttons.ts';
import type { ArgumentSpec, CommandSpec, OptionSpec } from './spec.ts';

const id: ArgumentSpec = { name: 'ID' };
const phone: ArgumentSpec = { name: 'PHONE' };
const passwordStdin: OptionSpec = { name: 'passwordStdin' };

const portal = () => import('./commands/portal-pages.ts');
const phones = () => import('./commands/phones.ts');
const computer = () => import('./commands/computer.ts');

/** The subscriber's machines, button by button: training only. */
export const machineTable: readonly CommandSpec[] = [
  { path: 'portal screen', arguments: [id], load: async () => (await portal()).screen },
  { path: 'portal password', arguments: [id], load: async () => (await portal()).password },
  { path: 'portal log-in', arguments: [id], options: [passwordStdin], load: async () => (await portal()).logIn },
  { path: 'portal log-out', arguments: [id], load: async () => (await portal()).logOut },
  {
    path: 'portal open',
    arguments: [id, { name: 'TAB', choices: ['software', 'certificates'] }],
    load: async () => (await portal()).openTab,
  },
  { path: 'portal qr-code', arguments: [{ name: 'CERT' }], load: async () => (await portal()).openCertificate },
  { path: 'portal new-customer', arguments: [id], load: async () => (await portal()).newCustomer },
  { path: 'phone screen', arguments: [phone], load: async () => (await phones()).screen },
  { path: 'phone install', arguments: [phone], load: async () => (await phones()).install },
  {
    path: 'phone launch',
    arguments: [phone],
    options: [{ name: 'pinStdin' }],
    load: async () => (await phones()).launch,
  },
  { path: 'phone scanner', arguments: [phone], load: async () => (await phones()).scanner },
  { path: 'phone close', arguments: [phone], load: async () => (await phones()).close },
  { path: 'phone reinstall', arguments: [phone], load: async () => (await phones()).reinstall },
  {
    path: 'phone power',
    arguments: [phone, { name: 'STATE', choices: ['on', 'off'] }],
    load: async () => (await phones()).power,
  },
  { path: 'phone lose', arguments: [phone], load: async () => (await phones()).lose },
  { path: 'phone replace', arguments: [phone], load: async () => (await phones()).replace },
  { path: 'phone add', arguments: [phone], load: async () => (await phones()).add },
  { path: 'phone sim', arguments: [phone, { name: 'HANDSET' }], load: async () => (await phones()).sim },
  { path: 'desktop screen', arguments: [id], load: async () => (await computer()).showDesktop },
  { path: 'desktop install', arguments: [id], load: async () => (await computer()).installDesktop },
  { path: 'desktop start', arguments: [id], load: async () => (await computer()).startDesktop },
  {
    path: 'desktop log-in',
    arguments: [id],
    options: [passwordStdin],
    load: async () => (await computer()).logInDesktop,
  },
  { path: 'desktop minimise', arguments: [id], load: async () => (await computer()).minimiseDesktop },
  { path: 'desktop stop', arguments: [id], load: async () => (await computer()).stopDesktop },
  { path: 'securedoc screen', arguments: [id], load: async () => (await computer()).showSecureDoc },
  { path: 'securedoc install', arguments: [id], load: async () => (await computer()).installSecureDoc },
  {
    path: 'securedoc add-file',
    arguments: [id, { name: 'FILE', takes: 'maybe' }],
    load: async () => (await computer()).addFile,
  },
  {
    path: 'securedoc press',
    arguments: [id, { name: 'BUTTON', choices: secureDocButtons }],
    load: async () => (await computer()).press,
  },
  { path: 'securedoc choose', arguments: [{ name: 'CERT' }], load: async () => (await computer()).choose },
  {
    path: 'securedoc enter-otp',
    arguments: [id],
    options: [{ name: 'otp', value: 'OTP' }],
    load: async () => (await computer()).enterOtp,
  },
];
