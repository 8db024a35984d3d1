import { Copy } from 'lucide-react';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { evidenceKindTerms, intakeWarningTerms } from '#shared/wording/english/terms.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { bridge } from '../../bridge/bridge.ts';
import { say } from '../../bridge/toasts.ts';
import { ChipsOf } from '../../components/chip/chip.tsx';
import { DescriptionList } from '../../components/description-list/description-list.tsx';
import { Section } from '../../components/heading/section.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { sizeText } from '../../components/quantity/quantity.ts';
import { AtRiskForm } from './at-risk-form.tsx';
import { CollectionGaps } from './collection-gaps.tsx';
import { CustodyOf } from './custody-of.tsx';
import { EditItem } from './edit-item.tsx';

const words = evidenceWords.facts;

function Hash({ sha256 }: { readonly sha256: string }) {
  const copy = () =>
    void bridge()
      .shell({ ask: 'copy-text', text: sha256 })
      .then((reply) => reply.ok && say({ tone: 'plain', title: words.hashCopied }));
  return (
    <span className="hash">
      <code className="mono wrap">{sha256}</code>
      <IconButton icon={Copy} label={words.copyHash} onPress={copy} />
    </span>
  );
}

/** What the case knows of an item: facts, gaps, people at risk, custody. */
export function FactsTab({ item }: { readonly item: EvidenceItem }) {
  return (
    <div className="tab-body">
      <Section title={words.heading} actions={<EditItem item={item} />}>
        <DescriptionList
          facts={[
            { term: words.kind, value: evidenceKindTerms[item.kind] },
            { term: words.role, value: words.roles[item.role] },
            { term: words.format, value: item.mime },
            { term: words.size, value: <span className="numeric">{`${sizeText(item.bytes)} (${inBytes(item.bytes)})`}</span> },
            { term: words.sha256, value: <Hash sha256={item.sha256} /> },
            { term: words.source, value: <ChipsOf ids={[item.sourceId]} /> },
            {
              term: words.takenIn,
              value: (
                <>
                  <Moment at={item.takenInAt} precise />
                  {`, ${words.by(item.takenInBy, item.tool)}`}
                </>
              ),
            },
            ...(item.derivedFrom ? [{ term: words.derivedFrom, value: <ChipsOf ids={[item.derivedFrom.evidenceId]} /> }] : []),
            ...(item.text ? [{ term: words.encoding, value: item.text.encoding }] : []),
          ]}
        />
      </Section>
      {item.warnings.length > 0 && (
        <Section title={words.warnings} aside={item.warnings.length}>
          <ul className="warning-list">
            {item.warnings.map((warning) => (
              <li key={warning}>{intakeWarningTerms[warning]}</li>
            ))}
          </ul>
        </Section>
      )}
      <AtRiskForm item={item} />
      <CollectionGaps item={item} />
      <CustodyOf id={item.id} />
    </div>
  );
}

function inBytes(bytes: number): string {
  return bytes.toLocaleString(languageTag(), { style: 'unit', unit: 'byte', unitDisplay: 'long' });
}
