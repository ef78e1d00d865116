import type { AnyMove } from '../../sim/scenario.ts';
import type { PaneName } from './layout.ts';

/** Where to look when this happens, where there is room for one pane only. */
export function paneOf(move: AnyMove): PaneName {
  switch (move.do) {
    case 'log-in':
    case 'open':
    case 'send-code':
    case 'enter-code':
    case 'show-qr':
    case 'close-window':
      return 'portal';
    case 'install':
      return move.what === 'app' ? 'phone' : 'computer';
    case 'wait-for-sms':
    case 'scan':
    case 'choose-pin':
    case 'open-app':
    case 'reinstall-app':
    case 'switch-phone':
    case 'lose-phone':
    case 'new-phone':
    case 'new-number':
    case 'phone-clock':
      return 'phone';
    case 'sign':
    case 'check-signature':
    case 'start-desktop':
    case 'stop-desktop':
      return 'computer';
    case 'wait':
    case 'network':
    case 'crowd-sends-code':
      return 'network';
    default:
      return 'support';
  }
}
