//! A talk as one file: a page that needs nothing else, for a laptop that is not one's own.

use wsis_core::escape::escape_markup;

/// The script that turns the page's slides into a presentation.
pub const PLAYER: &str = include_str!("../../../../web/player.js");

/// The hash of [`PLAYER`], so that the page lets it run and nothing else.
pub const PLAYER_HASH: &str = "sha256-VjllT9MuaLLnLsOSdgwYKuVRDA2MSOLR5gvBhtcfaAs=";

/// The parts of the page. `slides` and `style` come from the browser's own serializers: they are markup already.
#[derive(Debug, Clone, Copy)]
pub struct StandalonePage<'s> {
    /// The title of the presentation.
    pub title: &'s str,
    /// The language of the page, and which way it runs.
    pub language: &'s str,
    /// `ltr` or `rtl`.
    pub direction: &'s str,
    /// `light`, `dark` or `contrast`; empty for the device's own.
    pub theme: &'s str,
    /// The style sheets.
    pub style: &'s str,
    /// The slides.
    pub slides: &'s str,
}

/// The page.
#[must_use]
pub fn standalone_page(parts: StandalonePage<'_>) -> String {
    let theme = if parts.theme.is_empty() {
        String::new()
    } else {
        format!(" data-theme=\"{}\"", escape_markup(parts.theme))
    };
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\"{theme} class=\"single\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src '{PLAYER_HASH}'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>{}</style>\n</head>\n<body>\n{}\n<script>{PLAYER}</script>\n</body>\n</html>\n",
        escape_markup(parts.language),
        escape_markup(parts.direction),
        escape_markup(parts.title),
        // The one thing that ends a style element.
        parts.style.replace("</", "<\\/"),
        parts.slides,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out_of_its_place() {
        let page = standalone_page(StandalonePage {
            title: "</title><script>alert(1)</script>",
            language: "en",
            direction: "ltr",
            theme: "\"><script>",
            style: "a { content: \"</style><script>\" }",
            slides: "<section></section>",
        });
        assert_eq!(
            page.matches("<script>").count(),
            1 + 1,
            "the player's own, and one that is text in the style"
        );
        assert!(!page.contains("<script>alert") && !page.contains("</style><script>"), "{page}");
    }

    #[test]
    fn the_player_ends_no_script() {
        assert!(!PLAYER.contains("</script") && !PLAYER.contains("<!--"));
    }
}
