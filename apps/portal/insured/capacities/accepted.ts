import type { Text } from '#basics';
import type { Capacity } from '../../ui/capacity.tsx';

/** What to do once a mandate is accepted, by as what one acts already: the code does not tell whose mandate it was. */
export function accepted(kind: Capacity): Text {
  if (kind === 'agent')
    return {
      zh: '接受了。替个人代办的，在“我代办的人”里就能看到；做单位经办人的，换为上面的“单位”身份。',
      en: 'Accepted. You find the person under “Whom I act for”; to act for an employer, change to “Employer” above.',
    };
  if (kind === 'employer')
    return {
      zh: '接受了。做单位经办人的，在“职工名单”里就能办理；替个人代办的，换为上面的“代办人”身份。',
      en: 'Accepted. You find the staff under “Our staff”; to act for a person, change to “Agent” above.',
    };
  return {
    zh: '接受了。换为上面的“代办人”或“单位”身份就可以办理。',
    en: 'Accepted. Change to “Agent” or “Employer” above to act.',
  };
}
