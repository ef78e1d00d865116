import type { Policy } from '../../domain/policy.ts';
import { computerLines } from './computer-view.ts';
import { type MachineSettings, sentence } from './drawing.ts';
import type { PaneName } from './layout.ts';
import { networkLines } from './network-view.ts';
import { phoneLines } from './phone-view.ts';
import type { StagePicture } from './picture.ts';
import { portalLines } from './portal-view.ts';
import { supportLines } from './support-view.ts';

/** What a pane shows of a picture. */
export function paneLines(
  name: PaneName,
  { account, certificate, diagnosis, portal, phone, computer, traffic }: StagePicture,
  settings: MachineSettings & { readonly policy: Policy },
): readonly string[] {
  switch (name) {
    case 'portal':
      return portalLines(portal, settings);
    case 'phone':
      return phone ? phoneLines(phone, settings) : sentence(settings.texts.stage.noPhone, settings.width, 'muted');
    case 'computer':
      return computerLines(computer, settings);
    case 'network':
      return networkLines(certificate.attempts, phone?.inbox ?? [], traffic, settings);
    case 'support':
      return supportLines(account, certificate, diagnosis, settings);
  }
}
