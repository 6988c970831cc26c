//! Translations of texts: what is complete is shown in its language, what is not in English.

use std::fs;
use std::path::PathBuf;

use wsis_cli::data::make;

use crate::support::{default_data, empty_folder, file, fixture_sources, fresh, items, text};

/// The fixture with a file of Spanish translations.
fn sources(name: &str, rows: &str) -> PathBuf {
    let folder = empty_folder(name);
    for entry in fs::read_dir(fixture_sources()).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
    }
    fs::create_dir(folder.join("translations")).unwrap();
    fs::write(folder.join("translations/es.csv"), format!("table,row,field,source,text\n{rows}")).unwrap();
    folder
}

const TRANSLATED: &str = "\
tours,other,title,Another,Otra
tours,other,text,In English alone.,Solo en inglés.
tour-steps,other/1,title,A goal,Un objetivo
tours,short,title,A short tour,Una visita corta
rules,photo,text,A photo,Una foto
conflicts,start,subject,Start,Inicio
conflicts,start,report,In 2004.,En 2004.
conflicts,start,note,Nobody else says.,Nadie más lo dice.
initiatives,tied-to-goal,text,A text.,Un texto.
initiatives,giga-like,text,\"As of the report, it connects schools.\",Conecta escuelas.
lenses,dates,title,Dates,Fechas
lenses,dates,short,Dates,Fechas
lenses,dates,text,In order.,En orden.
lens-sections,dates/years,title,Years,Años
lens-items,dates-1,title,A summit,Una cumbre
lens-items,dates-1,text,It met.,Se reunió.
";

#[test]
fn what_is_translated_completely_is_shown_so_and_the_rest_in_english() {
    let api = fresh(&sources("translated", TRANSLATED));
    let tours = file(&api, "context/es/tours.json");
    let [short, other] = items(&tours["tours"]) else { panic!("two tours") };
    assert_eq!((text(&other["title"]), text(&other["review"])), ("Otra", "machine"));
    assert_eq!(text(&other["steps"][0]["title"]), "Un objetivo");
    assert_eq!(other["steps"][0]["seconds"], 40, "what is no text stays");
    assert!(other.get("language").is_none());
    assert_eq!((text(&short["title"]), text(&short["language"])), ("A short tour", "en"), "it lacks steps");

    let lens = file(&api, "context/es/dates.json");
    assert!(lens.get("language").is_none());
    assert_eq!(text(&lens["sections"][0]["items"][0]["text"]), "Se reunió.");
    assert_eq!(text(&file(&api, "context/es/aims.json")["language"]), "en");

    let initiatives = file(&api, "context/es/initiatives.json");
    let [lacks_its_note, whole] = items(&initiatives["initiatives"]) else { panic!("two initiatives") };
    assert_eq!(text(&lacks_its_note["language"]), "en");
    assert_eq!((text(&whole["text"]), text(&whole["review"])), ("Un texto.", "machine"));

    let rules = file(&api, "context/es/registration.json");
    assert_eq!(text(&rules["rules"][1]["text"]), "Una foto");
    let conflicts = file(&api, "context/es/conflicts.json");
    assert_eq!(text(&conflicts["conflicts"][1]["note"]), "Nadie más lo dice.");
    assert_eq!(
        text(&file(&api, "context/fr/tours.json")["tours"][1]["language"]),
        "en",
        "French has no file"
    );
}

#[test]
fn everything_of_the_default_data_is_translated() {
    for language in ["ar", "zh", "fr", "ru", "es"] {
        let lenses = file(default_data(), &format!("context/{language}/lenses.json"));
        let files = [
            ("initiatives", "initiatives"),
            ("conflicts", "conflicts"),
            ("registration", "rules"),
            ("tours", "tours"),
        ];
        let others = files.map(|(name, list)| {
            file(default_data(), &format!("context/{language}/{name}.json"))[list].clone()
        });
        for one in items(&lenses["lenses"]).iter().chain(others.iter().flat_map(items)) {
            assert!(one.get("language").is_none(), "{language}: in English is {one}");
        }
    }
}

#[test]
fn a_translation_without_an_original_and_one_without_a_text_are_told() {
    let rows = "tours,third,title,Another,Otra\ntours,other,title,Another,\nlens-values,aims-chart/2005,label,2005,2005\n";
    let folder = sources("translated-badly", rows);
    let told = make(&folder, None).unwrap_err().to_string();
    let expected = format!(
        "{folder}/translations/es.csv:2: tours.csv has no title of \"third\"\n\
         {folder}/translations/es.csv:3: text is missing\n\
         {folder}/translations/es.csv:4: lens-values.csv has no label of \"aims-chart/2005\"\n\
         3 problems; nothing was written",
        folder = folder.display()
    );
    assert_eq!(told, expected);
    let folder =
        sources("translated-twice", "rules,photo,text,A photo,Una foto\nrules,photo,text,A photo,Foto\n");
    let told = make(&folder, None).unwrap_err().to_string();
    assert!(told.contains("es.csv:3: the same text as in line 2"), "{told}");
}
