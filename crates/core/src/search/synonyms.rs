//! Words that people search for in place of a line's name, in the languages of the site.

use crate::line::Line;

/// Further names of lines, normalized (see [`crate::normalize()`]).
const SYNONYMS: [(&str, &[&str]); 17] = [
    ("C1", &["governance", "public governance", "multistakeholder", "gouvernance", "gobernanza"]),
    (
        "C2",
        &[
            "connectivity",
            "broadband",
            "internet access",
            "connectivite",
            "haut debit",
            "conectividad",
            "banda ancha",
        ],
    ),
    ("C3", &["libraries", "open data", "open access", "bibliotheques", "bibliotecas"]),
    (
        "C4",
        &[
            "digital skills",
            "digital literacy",
            "training",
            "competences numeriques",
            "formation",
            "alfabetizacion digital",
            "competencias digitales",
            "цифровые навыки",
            "数字技能",
        ],
    ),
    (
        "C5",
        &[
            "cybersecurity",
            "cyber security",
            "privacy",
            "cybersecurite",
            "ciberseguridad",
            "кибербезопасность",
            "网络安全",
        ],
    ),
    ("C6", &["regulation", "policy", "reglementation", "reglamentacion"]),
    (
        "C7-EGOV",
        &["digital government", "online services", "administration electronique", "gobierno electronico"],
    ),
    (
        "C7-EBUS",
        &["e-commerce", "ecommerce", "digital trade", "commerce electronique", "comercio electronico"],
    ),
    (
        "C7-ELEARN",
        &[
            "online learning",
            "distance learning",
            "digital education",
            "apprentissage en ligne",
            "educacion digital",
        ],
    ),
    (
        "C7-EHEALTH",
        &[
            "telehealth",
            "telemedicine",
            "digital health",
            "telesante",
            "sante numerique",
            "telesalud",
            "salud digital",
        ],
    ),
    ("C7-EEMP", &["telework", "remote work", "teletravail", "teletrabajo"]),
    ("C7-EENV", &["climate", "e-waste", "ewaste", "dechets electroniques"]),
    ("C7-EAGRI", &["digital agriculture", "farming", "agriculture numerique", "agricultura digital"]),
    ("C7-ESCI", &["open science", "research", "science ouverte"]),
    ("C8", &["multilingualism", "languages", "heritage", "multilinguisme", "patrimoine", "patrimonio"]),
    ("C9", &["journalism", "press", "journalisme", "periodismo"]),
    ("C10", &["ethics", "human rights", "ethique", "etica"]),
];

/// The synonyms of a line.
#[must_use]
pub fn synonyms(line: Line) -> &'static [&'static str] {
    SYNONYMS.iter().find(|(id, _)| *id == line.id()).map_or(&[], |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize;

    #[test]
    fn every_synonym_is_normalized_and_belongs_to_a_line() {
        for (id, words) in SYNONYMS {
            let line: Line = id.parse().unwrap();
            assert_eq!(synonyms(line), words);
            for word in words {
                assert_eq!(normalize(word), *word);
            }
        }
        assert!(synonyms(Line::C11).is_empty());
    }
}
