//! Citing a view: where the site is public, and where it is not.

use browser_tests::{Scene, SceneOptions};

use crate::support::{drawn, opened};

/// The site as it is deployed under a public address.
async fn deployed(rest: &str) -> (Scene, tempfile::TempDir) {
    let site = tempfile::tempdir().unwrap();
    let built = browser_tests::site_folder().unwrap();
    let index = std::fs::read_to_string(built.join("index.html")).unwrap();
    let public = index
        .replace("\"publicAddress\":\"\"", "\"publicAddress\":\"https://matrix.example.org/\"")
        .replace("\"contactAddress\":\"\"", "\"contactAddress\":\"mailto:matrix@example.org\"");
    assert_ne!(index, public);
    std::fs::write(site.path().join("index.html"), public).unwrap();
    let overlays = vec![("/public".to_owned(), built), ("/public".to_owned(), site.path().to_owned())];
    let scene = Scene::start(SceneOptions { overlays, ..SceneOptions::default() }).await;
    scene.page.open(&scene.server.url_at("127.0.0.1", &format!("public/index.html{rest}"))).await;
    drawn(&scene.page).await;
    (scene, site)
}

#[tokio::test]
async fn a_citation_has_address_snapshot_and_date() {
    let (scene, _site) = deployed("?line=C2&goal=9&theme=dark").await;
    let page = &scene.page;
    page.click(".cite-button").await;
    // The names of the collections come with the vocabulary, which may still be on its way.
    page.wait_text(".dialog pre", "WSIS Prizes 2015: nominated projects; WSIS Prizes 2021").await;
    let forms = page.texts_of(".dialog pre").await;
    let today: String = page.js("return new Intl.DateTimeFormat('sv').format(new Date())").await;
    let snapshot: String = page
        .js("return fetch('../api/v1/manifest.json').then(answer => answer.json()).then(manifest => manifest.snapshot)")
        .await;
    let address = "https://matrix.example.org/?line=C2&goal=9";
    for form in &forms {
        assert!(form.contains(address) && !form.contains("theme"), "{form}");
        assert!(form.contains(&today) || form.contains(&today.replace('-', "/")), "{form}");
        assert!(
            form.contains(&snapshot)
                && form.contains("C2 Information and communication infrastructure × Goal 9 Industry"),
            "{form}"
        );
        assert!(form.contains("this project’s wording"), "{form}");
        assert!(form.contains("WSIS Prizes 2015: nominated projects; WSIS Prizes 2021"), "{form}");
    }
    page.click(".dialog pre + button").await;
    page.wait_text(".dialog pre + button", "Copied").await;
    page.js::<()>("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))").await;
    page.click(".dialog pre + button").await;
    page.wait_text(".dialog pre + button", "does not allow copying").await;
    assert!(forms[1].starts_with("@online{") && forms[2].starts_with("TY  - ELEC"), "{forms:?}");
    page.js::<()>("document.querySelector('.about-link').click()").await;
    page.wait_attribute(".contact a", "href", Some("mailto:matrix@example.org")).await;
    page.assert_clean_console().await;
}

#[tokio::test]
async fn a_citation_names_its_subject() {
    for (rest, title) in [
        ("?line=C7-EGOV", "C7 E-government"),
        ("?goal=4", "Goal 4 Quality education"),
        ("?country=RWA", "Rwanda"),
        ("?q=open+data", "open data"),
        ("?goal=4&lang=fr", "Objectif 4 Éducation de qualité"),
    ] {
        let (scene, _site) = deployed(rest).await;
        scene.page.wait_until(&format!("document.title.startsWith('{title} – ')"), title).await;
        scene.page.click(".cite-button").await;
        scene.page.wait_text(".dialog pre", title).await;
    }
    let (scene, _site) = deployed("?line=C2&goal=9").await;
    let page = &scene.page;
    page.click(".selected .project-title").await;
    page.wait_for(".facts").await;
    let project = page.text_of("#details-title").await;
    page.wait_until("!document.title.startsWith('C2')", "the project's title").await;
    page.click(".cite-button").await;
    page.wait_text(".dialog pre", &project).await;
    let key = page.text_of(".dialog").await;
    assert!(key.contains("@online{wsis-sdg-matrix-line-C2-goal-9-project-"), "{key}");
    page.press("Escape").await;
    page.wait_gone(".dialog pre").await;
    page.press("Escape").await;
    page.wait_until("document.title.startsWith('C2 ')", "the cell's title again").await;
}

#[tokio::test]
async fn a_local_copy_says_why_it_cites_no_address() {
    let scene = opened("?country=RWA").await;
    scene.page.click(".cite-button").await;
    scene.page.wait_text(".dialog", "runs on a local machine").await;
    let forms = scene.page.texts_of(".dialog pre").await;
    assert!(forms.iter().all(|form| !form.contains("http")), "{forms:?}");
    scene.page.wait_count(".contact", 0).await;
    scene.page.press("Escape").await;
    scene.page.wait_gone(".dialog pre").await;
    scene
        .page
        .wait_until("document.activeElement.className === 'cite-button'", "the focus where it came from")
        .await;
}

#[tokio::test]
async fn a_citation_names_the_collection_that_was_chosen() {
    let (scene, _site) = deployed("?line=C3&collection=wsis-prizes-2021").await;
    scene.page.click(".cite-button").await;
    scene.page.wait_text(".dialog pre", "WSIS Prizes 2021: nominated projects.").await;
    assert!(!scene.page.text_of(".dialog pre").await.contains("2015:"));
}
