import type { AnyMove } from '../../sim/scenario.ts';
import type { PaneName } from './layout.ts';

/** Where to look when this happens, where there is room for one pane only. */
export function paneOf(move: AnyMove): PaneName {
  switch (move.do) {
    case 'send-code':
    case 'enter-code':
    case 'show-qr':
    case 'close-window':
      return 'portal';
    case 'wait-for-sms':
    case 'scan':
    case 'phone-clock':
      return 'phone';
    case 'sign':
      return 'computer';
    case 'wait':
    case 'network':
    case 'crowd-sends-code':
      return 'network';
    default:
      return 'support';
  }
}
