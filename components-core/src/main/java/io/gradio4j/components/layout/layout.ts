/** The elements of the layouts: row, column, group, form, tabs, tabitem, accordion, sidebar. */
import { style } from 'gradio4j';
import { GrAccordion } from './accordion.js';
import { GrColumn, GrForm, GrGroup, GrRow } from './boxes.js';
import styles from './layout.css';
import { GrPage } from './pages.js';
import { GrSidebar } from './sidebar.js';
import { GrTabs } from './tabs.js';

export { buttonId, GrPage, GrPages, moveAlong, panelId, type Page } from './pages.js';

style('layout', styles);
customElements.define('gr-row', GrRow);
customElements.define('gr-column', GrColumn);
customElements.define('gr-group', GrGroup);
customElements.define('gr-form', GrForm);
customElements.define('gr-accordion', GrAccordion);
customElements.define('gr-sidebar', GrSidebar);
customElements.define('gr-tabs', GrTabs);
customElements.define('gr-tabitem', GrPage);
