import { contrasts, densities, motions, textSizes, themes } from '#shared/contract/setting-choices.ts';
import type { ShownSettings } from '#shared/contract/settings.ts';
import { languageNames, languages } from '#shared/kernel/languages.ts';
import { settingsWords } from '#shared/wording/english/views/settings-words.ts';
import { useDrafts } from '../../bridge/drafts.ts';
import { changeSettings } from '../../bridge/settings.ts';
import { Section } from '../../components/heading/section.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';

const words = settingsWords;
const change = (part: Parameters<typeof changeSettings>[0]) => void changeSettings(part);

/** How the window looks and what it speaks. */
export function Appearance({ settings }: { readonly settings: ShownSettings }) {
  const unsaved = useDrafts().length > 0;
  return (
    <Section level={2} title={words.appearance}>
      <div className="form settings-appearance">
        <SelectField
          label={words.language}
          hint={unsaved ? words.languageUnsaved : words.languageHint}
          value={settings.language}
          options={[{ value: 'system', label: words.languageOfSystem }, ...languages.map((value) => ({ value, label: languageNames[value] }))]}
          onChange={(language) => change({ language })}
          disabled={unsaved}
        />
        <SelectField label={words.theme} value={settings.theme} options={named(themes, words.themes)} onChange={(theme) => change({ theme })} />
        <SelectField
          label={words.contrast}
          value={settings.contrast}
          options={named(contrasts, words.contrasts)}
          onChange={(contrast) => change({ contrast })}
        />
        <SelectField
          label={words.textSize}
          value={`${settings.textSize}`}
          options={textSizes.map((size) => ({ value: `${size}`, label: `${size} %` }))}
          onChange={(chosen) => change({ textSize: textSizes.find((size) => `${size}` === chosen) ?? 100 })}
        />
        <SelectField label={words.density} value={settings.density} options={named(densities, words.densities)} onChange={(density) => change({ density })} />
        <SelectField label={words.motion} value={settings.motion} options={named(motions, words.motions)} onChange={(motion) => change({ motion })} />
      </div>
    </Section>
  );
}

function named<V extends string>(values: readonly V[], labels: { readonly [K in V]: string }) {
  return values.map((value) => ({ value, label: labels[value] }));
}
