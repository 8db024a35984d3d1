import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';
import './tabs.css';

export type TabPart = { readonly id: string; readonly title: string; readonly aside?: ReactNode; readonly content: ReactNode };
export type TabsProps = { readonly label: string; readonly tabs: readonly TabPart[]; readonly selected?: string; readonly onSelect?: (id: string) => void };

/** Sides of one object, one shown at a time. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs className="tabs" {...(selected !== undefined && { selectedKey: selected })} onSelectionChange={(key) => onSelect?.(String(key))}>
      <TabList className="tab-list" aria-label={label} items={tabs}>
        {(tab) => (
          <Tab className="tab" id={tab.id}>
            {tab.title}
            {tab.aside !== undefined && <span className="tab-aside numeric">{tab.aside}</span>}
          </Tab>
        )}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} className="tab-panel" id={tab.id}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
