import type { ReactNode } from 'react';
import { clipboardSeconds, lockMinutes, panicKeys, shieldedKinds } from '#shared/contract/setting-choices.ts';
import type { ShownSettings } from '#shared/contract/settings.ts';
import { settingsWords } from '#shared/wording/english/views/settings-words.ts';
import { changeSettings, forgetCases, useSettings } from '../../bridge/settings.ts';
import { Busy } from '../../components/busy/busy.tsx';
import { Button } from '../../components/button/button.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { Section } from '../../components/heading/section.tsx';
import { keysShown } from '../../components/key-hint/keys-shown.ts';
import { NumberField } from '../../components/number-field/number-field.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { Appearance } from './appearance.tsx';
import { Keyboard } from './keyboard.tsx';
import './settings.css';

const words = settingsWords;
const change = (part: Parameters<typeof changeSettings>[0]) => void changeSettings(part);

/** What the analyst chooses for this computer. Each choice holds at once. */
export function SettingsView() {
  const settings = useSettings();
  return (
    <Panel title={words.title} level={1}>
      {settings === null ? (
        <Busy />
      ) : (
        <div className="settings">
          <p className="soft">{words.lead}</p>
          <Locking settings={settings} />
          <Copying settings={settings} />
          <Remembering settings={settings} />
          <AtRisk settings={settings} />
          <Graphic settings={settings} />
          <Appearance settings={settings} />
          <Keyboard />
        </div>
      )}
    </Panel>
  );
}

type PartProps = { readonly settings: ShownSettings };

function Locking({ settings }: PartProps) {
  const onMac = /mac/i.test(navigator.platform);
  return (
    <Section level={2} title={words.locking}>
      <div className="form">
        <p className="soft">{words.lockingWhy}</p>
        <NumberField
          label={words.lockAfter}
          hint={words.lockAfterHint}
          value={settings.lockAfterMinutes}
          least={lockMinutes.least}
          most={lockMinutes.most}
          onChange={(lockAfterMinutes) => change({ lockAfterMinutes })}
        />
        <Choice checked={settings.lockWithScreen} onChange={(lockWithScreen) => change({ lockWithScreen })} hint={words.lockWithScreenHint}>
          {words.lockWithScreen}
        </Choice>
        <Choice checked={settings.endWithLock} onChange={(endWithLock) => change({ endWithLock })} hint={words.endWithLockHint}>
          {words.endWithLock}
        </Choice>
        <SelectField
          label={words.panicKey}
          hint={words.panicKeyHint}
          value={settings.panicKey}
          options={panicKeys.map((value) => ({ value, label: keysShown(value.replace('CmdOrCtrl', 'Mod'), onMac) }))}
          onChange={(panicKey) => change({ panicKey })}
        />
      </div>
    </Section>
  );
}

function Copying({ settings }: PartProps) {
  return (
    <Section level={2} title={words.copying}>
      <div className="form">
        <NumberField
          label={words.clipboard}
          hint={words.clipboardHint}
          value={settings.clipboardSeconds}
          least={clipboardSeconds.least}
          most={clipboardSeconds.most}
          onChange={(seconds) => change({ clipboardSeconds: seconds })}
        />
        <Choice
          checked={settings.contentProtection}
          onChange={(contentProtection) => change({ contentProtection })}
          hint={settings.canProtectContent ? words.contentProtectionHint : words.contentProtectionMissing}
        >
          {words.contentProtection}
        </Choice>
      </div>
    </Section>
  );
}

function Remembering({ settings }: PartProps) {
  return (
    <Section level={2} title={words.remembering}>
      <div className="form">
        <Choice checked={settings.mayRemember} onChange={(mayRemember) => change({ mayRemember })} hint={words.mayRememberHint}>
          {words.mayRemember}
        </Choice>
        <div className="settings-remembered">
          <p>{words.remembered(settings.remembered)}</p>
          <Button disabled={settings.remembered === 0} onPress={() => void forgetCases()}>
            {words.forgetAll}
          </Button>
        </div>
      </div>
    </Section>
  );
}

function AtRisk({ settings }: PartProps) {
  return (
    <Section level={2} title={words.risk}>
      <div className="form">
        <Choice checked={settings.namesByRole} onChange={(namesByRole) => change({ namesByRole })} hint={words.namesByRoleHint}>
          {words.namesByRole}
        </Choice>
      </div>
    </Section>
  );
}

function Graphic({ settings }: PartProps) {
  return (
    <Section level={2} title={words.graphic}>
      <div className="form">
        <p className="soft">{words.graphicWhy}</p>
        {shieldedKinds.map((kind) => (
          <Checkbox
            key={kind}
            checked={settings.shielded.includes(kind)}
            onChange={(on) => change({ shielded: shieldedKinds.filter((each) => (each === kind ? on : settings.shielded.includes(each))) })}
          >
            {words.shielded[kind]}
          </Checkbox>
        ))}
      </div>
    </Section>
  );
}

type ChoiceProps = { readonly checked: boolean; readonly onChange: (on: boolean) => void; readonly children: ReactNode; readonly hint: string };

function Choice({ checked, onChange, children, hint }: ChoiceProps) {
  return (
    <div className="settings-choice">
      <Checkbox checked={checked} onChange={onChange}>
        {children}
      </Checkbox>
      <p className="field-hint">{hint}</p>
    </div>
  );
}
