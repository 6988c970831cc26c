//! `make pictures`: the built site as people see it, to look at. Not a test: nothing is compared.
#![allow(clippy::unwrap_used, reason = "a picture that cannot be taken ends the command with its reason")]

use std::path::PathBuf;

use browser_tests::{Scene, SceneOptions};
use thirtyfour::common::print::{PrintOrientation, PrintParameters};

/// A view at a size.
struct Picture {
    name: &'static str,
    address: &'static str,
    viewport: (u32, u32),
    dark: bool,
    /// The whole page, not only what the window shows.
    whole: bool,
}

const fn picture(name: &'static str, address: &'static str, viewport: (u32, u32)) -> Picture {
    Picture { name, address, viewport, dark: false, whole: false }
}

const WIDE: (u32, u32) = (1440, 900);
const PROJECTOR: (u32, u32) = (1920, 1080);
const PHONE: (u32, u32) = (390, 844);

const PICTURES: &[Picture] = &[
    picture("start-wide", "", WIDE),
    picture("cell-wide", "?line=C2&goal=9", WIDE),
    picture("start-projector", "", PROJECTOR),
    picture("cell-projector", "?line=C7&goal=3&open=C7", PROJECTOR),
    picture("cell-small-projector", "?line=C5&goal=16", (1024, 768)),
    picture("line-wide", "?line=C7", WIDE),
    picture("goal-wide", "?goal=4", WIDE),
    Picture { whole: true, ..picture("country-wide", "?country=SAU", WIDE) },
    picture("country-arabic", "?country=KWT&lang=ar", WIDE),
    picture("cell-contrast", "?line=C10&goal=10&theme=contrast", WIDE),
    picture("cell-arabic", "?line=C2&goal=9&lang=ar", WIDE),
    picture("start-chinese", "?open=C7&lang=zh", WIDE),
    picture("cell-russian", "?line=C3&goal=16&lang=ru", WIDE),
    Picture { dark: true, ..picture("cell-dark", "?line=C2&goal=9", WIDE) },
    picture("stage-cell-projector", "?present=1&tour=c5&step=3", PROJECTOR),
    picture("stage-figure-small-projector", "?present=1&tour=twenty-years&step=6", (1024, 768)),
    picture("stage-arabic", "?present=1&tour=c2&step=3&lang=ar", (1024, 768)),
    picture("stage-two-languages", "?present=1&tour=c4&step=3&lang=fr&lang2=ru", PROJECTOR),
    Picture { dark: true, ..picture("stage-project-dark", "?present=1&tour=c5&step=5", PROJECTOR) },
    picture("speaker-wide", "?present=speaker&tour=c5&step=3", WIDE),
    Picture { whole: true, ..picture("stage-phone", "?present=1&tour=matrix&step=4", PHONE) },
    Picture { whole: true, ..picture("cell-phone", "?line=C2&goal=9", PHONE) },
    Picture { whole: true, dark: true, ..picture("start-phone-arabic-dark", "?lang=ar", PHONE) },
];

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "target/pictures".to_owned()));
    std::fs::create_dir_all(&folder).unwrap();
    for picture in PICTURES {
        let scene = drawn(picture).await;
        if picture.whole {
            let height: f64 = scene.page.js("return document.documentElement.scrollHeight").await;
            // Pixels of a page: a whole number, and far below the limit of the type.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let whole = (picture.viewport.0, height.ceil() as u32);
            scene.page.browser().resize(whole).await.unwrap();
        }
        scene.page.screenshot_to(&folder.join(format!("{}.png", picture.name))).await;
    }
    for (name, viewport) in [("search-wide", WIDE), ("search-phone", PHONE)] {
        let scene = drawn(&picture(name, "", viewport)).await;
        scene.page.click("#search").await;
        scene.page.type_text("health").await;
        scene.page.wait_text(".offered", "Organisation").await;
        scene.page.screenshot_to(&folder.join(format!("{name}.png"))).await;
    }
    for (name, address) in
        [("start-printed", ""), ("cell-printed", "?line=C2&goal=9"), ("country-printed", "?country=SAU")]
    {
        let scene = drawn(&picture(name, address, WIDE)).await;
        let landscape = PrintParameters {
            orientation: PrintOrientation::Landscape,
            background: true,
            ..PrintParameters::default()
        };
        std::fs::write(folder.join(format!("{name}.pdf")), scene.page.pdf(landscape).await).unwrap();
    }
    println!("The pictures are in {}", folder.display());
}

/// The view, with all that it loads.
async fn drawn(picture: &Picture) -> Scene {
    let options = SceneOptions { viewport: picture.viewport, dark: picture.dark, ..SceneOptions::default() };
    let scene = Scene::start(options).await;
    scene.open(picture.address).await;
    scene
        .page
        .wait_until(
            "!document.getElementById('prerendered') && !document.querySelector('.skeleton')",
            "the view with everything in it",
        )
        .await;
    scene
}
