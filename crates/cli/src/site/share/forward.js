// Takes the reader on to the view, in the place of this page so that "back" leads where they came from. Nothing of this
// page's own address goes along. Crawlers and readers without script stay and have the text.
location.replace(document.currentScript.dataset.to);
