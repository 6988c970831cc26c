// Share pages: replaces this page by the view in `data-to`, so that "back" leads to where the reader came from.
// Nothing of this page's own address is passed on. Crawlers and readers without script stay and read the text.
location.replace(/** @type {HTMLScriptElement & { dataset: { to: string } }} */ (document.currentScript).dataset.to);
