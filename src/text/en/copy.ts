/** The values of a screen, ready to be copied. */
export const copy = {
  title: (screen: string) => `${screen}: values`,
  hint: 'Each value stands alone on its line: mark it with the mouse, or Enter puts the chosen one on the clipboard.',
  recorded: 'personal data: copying it is put on record',
  cut: 'longer than the window: Enter copies it whole',
  copied: (what: string) =>
    `Copied: ${what}. If nothing is pasted, this terminal does not let programs copy: mark the line with the mouse.`,
  names: {
    name: 'Name',
    login: 'Login',
    email: 'E-mail',
    phone: 'Phone',
    customer: 'Customer id',
    serial: 'Certificate serial number',
    ticket: 'Ticket',
    case: 'Case',
    agent: 'User name',
    colleague: 'Agent’s name',
    own: 'Own subscription',
    entry: 'Entry number',
    moment: 'Moment',
    hash: 'Hash',
    'hash-before': 'Hash before',
  },
};
