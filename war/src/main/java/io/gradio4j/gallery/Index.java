package io.gradio4j.gallery;

import io.gradio4j.components.html.HtmlComponent;
import java.util.List;
import java.util.Map;

/** Cards of pages in groups, and a field that leaves those that have all its words. The value says how many there are. */
final class Index extends HtmlComponent<Integer, Index> {

    /**
     * One card: a link and a picture of where it leads.
     *
     * @param name its text
     * @param path where it leads, relative: the WAR may be served at any path
     * @param about what is there, in one sentence
     */
    record Entry(String name, String path, String about) {

        private Map<String, String> json() {
            var picture = Picture.of(path.substring(path.lastIndexOf('/', path.length() - 2) + 1).replace("/", ""));
            return Map.of("name", name, "path", path, "about", about.replace("`", ""),
                    "light", picture.map(Picture::light).orElse(""), "dark", picture.map(Picture::dark).orElse(""));
        }
    }

    /** An index of groups by their titles. */
    Index(Map<String, List<Entry>> groups) {
        super(Integer.class);
        value(groups.values().stream().mapToInt(List::size).sum());
        prop("groups", groups.entrySet().stream()
                .map(group -> Map.of("title", group.getKey(), "entries", group.getValue().stream().map(Entry::json).toList())).toList());
        htmlTemplate("""
                <label>Search <input type="search" autocomplete="off"></label>
                <p role="status">${value} pages</p>
                ${groups.map(({title, entries}) => `<section><h2>${title}</h2><ul>${entries.map(({name, path, about, ...pictures}) =>
                    `<li>${['light', 'dark'].filter(colours => pictures[colours]).map(colours =>
                    `<img class="in-${colours}" src="${pictures[colours]}" alt="${name} at work" width="648" height="405" loading="lazy">`).join('')}
                    <a href="${path}">${name}</a><p>${about}</p></li>`).join('')}</ul></section>`).join('')}""");
        cssTemplate("""
                label { display: flex; align-items: center; gap: 8px; max-inline-size: 420px; }
                input { flex: 1; min-inline-size: 0; padding: 8px; color: inherit; background: var(--input-background-fill);
                    border: 1px solid var(--input-border-color); border-radius: var(--radius-md); }
                ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(240px, 100%), 1fr)); gap: 12px; padding: 0; list-style: none; }
                li { position: relative; margin: 0; padding: 12px; border: 1px solid var(--border-color-primary); border-radius: var(--radius-lg);
                    overflow: hidden; }
                li:hover { border-color: var(--border-color-accent); }
                li p { margin: 4px 0 0; }
                li a::after { content: ''; position: absolute; inset: 0; border-radius: inherit; }
                li a:focus-visible { outline: none; }
                li a:focus-visible::after { outline: 2px solid var(--color-accent); outline-offset: -2px; }
                img { display: block; inline-size: calc(100% + 24px); max-inline-size: none; block-size: auto; margin: -12px -12px 12px; border-radius: 0;
                    border-block-end: 1px solid var(--border-color-primary); }
                .in-dark, .dark & .in-light { display: none; }
                .dark & .in-dark { display: block; }
                [hidden] { display: none; }""");
        jsOnLoad("""
                const search = element.querySelector('input');
                const status = element.querySelector('[role=status]');
                search.addEventListener('input', () => {
                    const words = search.value.toLowerCase().split(/\\s+/);
                    let found = 0;
                    for (const section of element.querySelectorAll('section')) {
                        let some = false;
                        for (const entry of section.querySelectorAll('li')) {
                            const text = (section.querySelector('h2').textContent + ' ' + entry.textContent).toLowerCase();
                            entry.hidden = !words.every(word => text.includes(word));
                            if (!entry.hidden) { found++; some = true; }
                        }
                        section.hidden = !some;
                    }
                    status.textContent = found === 1 ? '1 page' : found + ' pages';
                });""");
    }
}
